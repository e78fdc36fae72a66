using System.Buffers.Text;
using System.Security.Cryptography;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Jwt;

/// <summary>What a public JWK is good for (RFC 7517 §4), and the key that it describes (RFC 7518 §6).</summary>
internal static class PublicKeys
{
    private static readonly string[] RsaAlgorithms =
    [
        SignatureAlgorithms.RS256,
        SignatureAlgorithms.RS384,
        SignatureAlgorithms.RS512,
        SignatureAlgorithms.PS256,
        SignatureAlgorithms.PS384,
        SignatureAlgorithms.PS512,
    ];

    public static bool IsKnownType(Jwk jwk) =>
        jwk is { Kty: "RSA" } or { Kty: "EC", Crv: "P-256" or "P-384" or "P-521" };

    /// <summary>The type, and the curve if it has one, for a trace.</summary>
    public static string Kind(Jwk jwk) =>
        jwk.Kty == "RSA" ? "an RSA key"
        : jwk.Kty == "EC" ? $"an EC key with crv {Quote.Sent(jwk.Crv)}"
        : $"a key with kty {Quote.Sent(jwk.Kty)}";

    /// <summary>Whether the key's owner means it for signatures (RFC 7517 §4.2, §4.3).</summary>
    public static bool MayVerify(Jwk jwk) =>
        jwk.Use is null or "sig" && (jwk.KeyOps is null || jwk.KeyOps.Contains("verify"));

    /// <summary>Whether a JWT may mean this key: its <c>kid</c> names it, or it has none. A <c>kid</c> that is no string names no key.</summary>
    public static bool IsNamed(Jwk jwk, DecodedJwt jwt) =>
        !jwt.Header.TryGetProperty("kid", out _) || (jwt.HeaderString("kid") is { } kid && kid == jwk.Kid);

    /// <exception cref="FormatException">A member is missing, is not written as RFC 7518 §6 has it, or is a number that no key has.</exception>
    /// <exception cref="CryptographicException">The numbers make no key, for example a point off its curve.</exception>
    public static AsymmetricAlgorithm Import(Jwk jwk) => jwk.Kty == "RSA" ? ImportRsa(jwk) : ImportEc(jwk);

    /// <summary>The JWA algorithms that a key of this type and curve can verify (RFC 7518 §3.1).</summary>
    public static bool Suits(Jwk jwk, string alg) =>
        (jwk.Kty, jwk.Crv) switch
        {
            ("RSA", _) => RsaAlgorithms.Contains(alg),
            ("EC", "P-256") => alg == SignatureAlgorithms.ES256,
            ("EC", "P-384") => alg == SignatureAlgorithms.ES384,
            ("EC", "P-521") => alg == SignatureAlgorithms.ES512,
            _ => false,
        };

    /// <summary>An imported key as the JWT library takes it.</summary>
    public static SecurityKey ForVerifying(AsymmetricAlgorithm key) =>
        key is RSA rsa ? new RsaSecurityKey(rsa) : new ECDsaSecurityKey((ECDsa)key);

    private static RSA ImportRsa(Jwk jwk)
    {
        var exponent = Number(jwk.E);
        if (exponent is [1] || exponent[^1] % 2 == 0)
        {
            throw new FormatException("The exponent must be odd and greater than 1.");
        }

        return RSA.Create(new RSAParameters { Modulus = Number(jwk.N), Exponent = exponent });
    }

    private static ECDsa ImportEc(Jwk jwk)
    {
        var (curve, length) = jwk.Crv switch
        {
            "P-256" => (ECCurve.NamedCurves.nistP256, 32),
            "P-384" => (ECCurve.NamedCurves.nistP384, 48),
            _ => (ECCurve.NamedCurves.nistP521, 66),
        };
        var (x, y) = (Decode(jwk.X), Decode(jwk.Y));
        return x.Length == length && y.Length == length
            ? ECDsa.Create(
                new ECParameters
                {
                    Curve = curve,
                    Q = new ECPoint { X = x, Y = y },
                }
            )
            : throw new FormatException("A coordinate must be as long as its curve's field.");
    }

    // No octet more than it takes (RFC 7518 §2).
    private static byte[] Number(string? member) =>
        Decode(member) is [not 0, ..] number
            ? number
            : throw new FormatException("A number must not begin with a zero octet.");

    // The BCL also reads padding and white space; but a key that can be written in two ways has two thumbprints.
    private static byte[] Decode(string? member)
    {
        var octets = Base64Url.DecodeFromChars(member ?? throw new FormatException("A member of the key is missing."));
        return Base64Url.EncodeToString(octets) == member
            ? octets
            : throw new FormatException("A member must be base64url without padding or white space.");
    }
}

/// <summary>Keys that one JWT is verified with; those that were imported for it are disposed with them.</summary>
internal sealed class VerificationKeys : IDisposable
{
    private readonly IReadOnlyList<AsymmetricAlgorithm> _imported;

    private VerificationKeys(IReadOnlyList<AsymmetricAlgorithm> imported, IReadOnlyList<SecurityKey> all)
    {
        _imported = imported;
        All = all;
    }

    public IReadOnlyList<SecurityKey> All { get; }

    public static VerificationKeys Import(IEnumerable<Jwk> jwks)
    {
        List<AsymmetricAlgorithm> imported = [.. jwks.Select(PublicKeys.Import)];
        return new(imported, [.. imported.Select(PublicKeys.ForVerifying)]);
    }

    /// <summary>Keys that there is nothing to import for, such as secrets.</summary>
    public static VerificationKeys Of(IReadOnlyList<SecurityKey> keys) => new([], keys);

    public void Dispose()
    {
        foreach (var key in _imported)
        {
            key.Dispose();
        }
    }
}
