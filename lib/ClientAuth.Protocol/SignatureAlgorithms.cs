namespace ClientAuth.Protocol;

/// <summary>Registered values of the JOSE header parameter <c>alg</c> (RFC 7518 §3.1) that client assertions use here.</summary>
public static class SignatureAlgorithms
{
    public const string HS256 = "HS256";
    public const string HS384 = "HS384";
    public const string HS512 = "HS512";
    public const string RS256 = "RS256";
    public const string RS384 = "RS384";
    public const string RS512 = "RS512";
    public const string PS256 = "PS256";
    public const string PS384 = "PS384";
    public const string PS512 = "PS512";
    public const string ES256 = "ES256";
    public const string ES384 = "ES384";
    public const string ES512 = "ES512";

    /// <summary>HMAC: both sides hold the same secret (RFC 7518 §3.2).</summary>
    public static IReadOnlyList<string> Symmetric { get; } = [HS256, HS384, HS512];

    /// <summary>RSA and ECDSA: only the signer holds the private key (RFC 7518 §3.3 to §3.5).</summary>
    public static IReadOnlyList<string> Asymmetric { get; } =
    [RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512];
}
