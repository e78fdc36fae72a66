using System.Security.Cryptography;
using ClientAuth.MockServer.Jwt;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary>A secret and keys that nobody holds. What is presented in the name of an unknown client is verified with them.</summary>
/// <param name="rsaKeySize">Of the RSA key, in bits.</param>
internal sealed class DecoyKeys(int rsaKeySize)
{
    private readonly string _secret = RandomNumberGenerator.GetHexString(2 * MacKeySizes.Longest);
    private readonly Lazy<Jwk> _rsa = new(() => NewRsa(rsaKeySize));
    private readonly Lazy<Jwk> _p256 = new(() => NewEc(ECCurve.NamedCurves.nistP256));
    private readonly Lazy<Jwk> _p384 = new(() => NewEc(ECCurve.NamedCurves.nistP384));
    private readonly Lazy<Jwk> _p521 = new(() => NewEc(ECCurve.NamedCurves.nistP521));

    /// <summary>A client of a method that needs a secret.</summary>
    public ClientMetadata WithSecret(string clientId, string method) =>
        new()
        {
            ClientId = clientId,
            TokenEndpointAuthMethod = method,
            ClientSecret = _secret,
        };

    /// <summary>A public key that verifies signatures of this algorithm; any for an algorithm that has none.</summary>
    public Jwk KeyFor(string? alg) =>
        alg switch
        {
            SignatureAlgorithms.ES384 => _p384.Value,
            SignatureAlgorithms.ES512 => _p521.Value,
            not null when alg.StartsWith("RS", StringComparison.Ordinal) => _rsa.Value,
            not null when alg.StartsWith("PS", StringComparison.Ordinal) => _rsa.Value,
            _ => _p256.Value,
        };

    private static Jwk NewEc(ECCurve curve)
    {
        using var key = ECDsa.Create(curve);
        return Jwk.FromPublicKey(key);
    }

    // A public key alone takes no search for primes: any odd number of the right length costs the same to verify with.
    private static Jwk NewRsa(int size)
    {
        var modulus = RandomNumberGenerator.GetBytes(size / 8);
        modulus[0] |= 0x80;
        modulus[^1] |= 1;
        using var key = RSA.Create(new RSAParameters { Modulus = modulus, Exponent = [1, 0, 1] });
        return Jwk.FromPublicKey(key);
    }
}
