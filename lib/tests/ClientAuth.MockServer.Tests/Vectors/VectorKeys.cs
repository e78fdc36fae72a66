using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Vectors;

/// <summary>The public keys that the specifications print.</summary>
internal static class VectorKeys
{
    /// <summary>RFC 7515 §A.2.1.</summary>
    public static Jwk A2 { get; } =
        new()
        {
            Kty = "RSA",
            N =
                "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ",
            E = "AQAB",
        };

    /// <summary>RFC 7515 §A.3.1.</summary>
    public static Jwk A3 { get; } =
        new()
        {
            Kty = "EC",
            Crv = "P-256",
            X = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
            Y = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
        };

    /// <summary>RFC 7515 §A.4.1.</summary>
    public static Jwk A4 { get; } =
        new()
        {
            Kty = "EC",
            Crv = "P-521",
            X = "AekpBQ8ST8a8VcfVOTNl353vSrDCLLJXmPk06wTjxrrjcBpXp5EOnYG_NjFZ6OvLFV1jSfS9tsz4qUxcWceqwQGk",
            Y = "ADSmRA43Z1DSNx_RvcLI87cdL07l6jQyyBXMoxVg_l2Th-x3S1WDhjDly79ajL4Kkd0AZMaZmh9ubmf63e3kyMj2",
        };

    /// <summary>RFC 7520 §3.3.</summary>
    public static Jwk BilboRsa { get; } =
        new()
        {
            Kty = "RSA",
            Kid = "bilbo.baggins@hobbiton.example",
            Use = "sig",
            N =
                "n4EPtAOCc9AlkeQHPzHStgAbgs7bTZLwUBZdR8_KuKPEHLd4rHVTeT-O-XV2jRojdNhxJWTDvNd7nqQ0VEiZQHz_AJmSCpMaJMRBSFKrKb2wqVwGU_NsYOYL-QtiWN2lbzcEe6XC0dApr5ydQLrHqkHHig3RBordaZ6Aj-oBHqFEHYpPe7Tpe-OfVfHd1E6cS6M1FZcD1NNLYD5lFHpPI9bTwJlsde3uhGqC0ZCuEHg8lhzwOHrtIQbS0FVbb9k3-tVTU4fg_3L_vniUFAKwuCLqKnS2BYwdq_mzSnbLY7h_qixoR7jig3__kRhuaxwUkRz5iaiQkqgc5gHdrNP5zw",
            E = "AQAB",
        };

    /// <summary>RFC 7520 §3.1.</summary>
    public static Jwk BilboEc { get; } =
        new()
        {
            Kty = "EC",
            Kid = "bilbo.baggins@hobbiton.example",
            Use = "sig",
            Crv = "P-521",
            X = "AHKZLLOsCOzz5cY97ewNUajB957y-C-U88c3v13nmGZx6sYl_oJXu9A5RkTKqjqvjyekWF-7ytDyRXYgCF5cj0Kt",
            Y = "AdymlHvOiLxXkEhayXQnNCvDX4h9htZaCJN34kfmC6pV5OhQHiraVySsUdaQkAgDPrwQrJmbnX9cwlGfP-HqHZR1",
        };
}
