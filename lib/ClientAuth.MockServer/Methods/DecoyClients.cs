using System.Security.Cryptography;
using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Methods;

/// <summary>
/// Clients that nobody is: one for each kind of credential, with keys that nobody holds. What is presented in the name of an
/// unknown client is verified with them, so that it costs what it costs for a known one. They publish nothing, so none of that
/// leaves the server.
/// </summary>
internal sealed class DecoyClients(int rsaKeySize)
{
    private readonly string _secret = RandomNumberGenerator.GetHexString(2 * MacKeySizes.Longest);
    private readonly Lazy<Jwk> _rsa = new(() => NewRsa(rsaKeySize));
    private readonly Lazy<Jwk> _p256 = new(() => NewEc(ECCurve.NamedCurves.nistP256));
    private readonly Lazy<Jwk> _p384 = new(() => NewEc(ECCurve.NamedCurves.nistP384));
    private readonly Lazy<Jwk> _p521 = new(() => NewEc(ECCurve.NamedCurves.nistP521));

    /// <summary>A client of the method that this credential is for.</summary>
    public RegisteredClient For(string clientId, PresentedCredential credential) =>
        new(
            credential switch
            {
                PresentedCredential.Basic => WithSecret(clientId, TokenEndpointAuthMethods.ClientSecretBasic),
                PresentedCredential.BodySecret => WithSecret(clientId, TokenEndpointAuthMethods.ClientSecretPost),
                PresentedCredential.Assertion { IsMac: true } => WithSecret(
                    clientId,
                    TokenEndpointAuthMethods.ClientSecretJwt
                ),
                PresentedCredential.Assertion { Jwt: var jwt } => WithKey(clientId, jwt),
                PresentedCredential.Attestation { Pop: var pop } => new()
                {
                    ClientId = clientId,
                    TokenEndpointAuthMethod = pop is null
                        ? TokenEndpointAuthMethods.AttestJwtClientAuthDpop
                        : TokenEndpointAuthMethods.AttestJwtClientAuth,
                },
                PresentedCredential.Certificate => new()
                {
                    ClientId = clientId,
                    TokenEndpointAuthMethod = TokenEndpointAuthMethods.TlsClientAuth,
                    TlsClientAuthSubjectDn = "CN=nobody",
                },
                _ => new() { ClientId = clientId, TokenEndpointAuthMethod = TokenEndpointAuthMethods.None },
            }
        );

    private ClientMetadata WithSecret(string clientId, string method) =>
        new()
        {
            ClientId = clientId,
            TokenEndpointAuthMethod = method,
            ClientSecret = _secret,
        };

    // The key goes by whatever name the assertion gives it, since a key that is not found costs nothing.
    private ClientMetadata WithKey(string clientId, DecodedJwt jwt) =>
        new()
        {
            ClientId = clientId,
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
            Jwks = new JwkSet { Keys = [KeyFor(jwt.HeaderString("alg")) with { Kid = jwt.HeaderString("kid") }] },
        };

    private Jwk KeyFor(string? alg) =>
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
