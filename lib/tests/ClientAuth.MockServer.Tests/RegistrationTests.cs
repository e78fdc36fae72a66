using System.Buffers.Text;
using System.Numerics;
using System.Security.Cryptography;
using ClientAuth.MockServer.Registrations;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests;

/// <summary>A registration that cannot work stops the server before it starts, and the message says what to mend.</summary>
public sealed class RegistrationTests
{
    private static readonly Dictionary<string, (ClientMetadata Client, string Message)> Wrong = new()
    {
        ["no secret"] = (new() { ClientId = "c" }, "Client 'c': client_secret is needed for client_secret_basic."),
        ["secret with a character outside ASCII"] = (
            new() { ClientId = "c", ClientSecret = "£" },
            "Client 'c': client_secret must be printable ASCII (RFC 6749 Appendix A.2)."
        ),
        ["expiry that is no time"] = (
            new()
            {
                ClientId = "c",
                ClientSecret = "s",
                ClientSecretExpiresAt = -1,
            },
            "Client 'c': client_secret_expires_at must be 0 or seconds since 1970."
        ),
        ["secret too short for its MAC"] = (
            new()
            {
                ClientId = "c",
                ClientSecret = new string('s', 47),
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.ClientSecretJwt,
                TokenEndpointAuthSigningAlg = SignatureAlgorithms.HS384,
            },
            "Client 'c': client_secret must have at least 48 bytes for HS384 (RFC 7518 §3.2)."
        ),
        ["MAC algorithm for a key"] = (
            new()
            {
                ClientId = "c",
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
                TokenEndpointAuthSigningAlg = SignatureAlgorithms.HS256,
            },
            "Client 'c': expected token_endpoint_auth_signing_alg to be one of RS256, RS384, RS512, PS256, PS384, PS512, ES256, "
                + "ES384, ES512, found 'HS256' for private_key_jwt (OpenID Connect Registration §2)."
        ),
        ["no keys"] = (
            new() { ClientId = "c", TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt },
            "Client 'c': expected at least one RSA or EC key in jwks for private_key_jwt, found none (RFC 7591 §2, RFC 8705 §2.2.2)."
        ),
        ["point off its curve"] = (
            WithKey(
                new()
                {
                    Kty = "EC",
                    Crv = "P-256",
                    Kid = "k",
                    X = new string('A', 42) + "E",
                    Y = new string('A', 42) + "E",
                }
            ),
            KeyProblem("a key that is no valid EC key, kid 'k'")
        ),
        ["key without its members"] = (
            WithKey(new() { Kty = "RSA", Kid = "k" }),
            KeyProblem("a key that is no valid RSA key, kid 'k'")
        ),
        ["exponent one"] = (
            WithKey(
                new()
                {
                    Kty = "RSA",
                    Kid = "k",
                    N = new string('x', 342),
                    E = "AQ",
                }
            ),
            KeyProblem("a key that is no valid RSA key, kid 'k'")
        ),
        ["no subject"] = (
            new() { ClientId = "c", TokenEndpointAuthMethod = TokenEndpointAuthMethods.TlsClientAuth },
            SubjectProblem("none")
        ),
        ["two subjects"] = (
            new()
            {
                ClientId = "c",
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.TlsClientAuth,
                TlsClientAuthSubjectDn = "CN=c",
                TlsClientAuthSanDns = "c.example",
            },
            SubjectProblem("tls_client_auth_subject_dn, tls_client_auth_san_dns")
        ),
        ["subject that is no name"] = (
            new()
            {
                ClientId = "c",
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.TlsClientAuth,
                TlsClientAuthSubjectDn = "c",
            },
            "Client 'c': expected tls_client_auth_subject_dn to be a distinguished name (RFC 4514), found 'c' (RFC 8705 §2.1.2)."
        ),
        ["address that is none"] = (
            new()
            {
                ClientId = "c",
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.TlsClientAuth,
                TlsClientAuthSanIp = "localhost",
            },
            "Client 'c': expected tls_client_auth_san_ip to be an IP address, found 'localhost' (RFC 8705 §2.1.2)."
        ),
        ["keys by value and by reference"] = (
            new()
            {
                ClientId = "c",
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
                Jwks = new JwkSet { Keys = [] },
                JwksUri = "https://keys.example/jwks",
            },
            "Client 'c': expected jwks or jwks_uri, not both, found both (RFC 7591 §2)."
        ),
        ["keys at an address that is not allowed"] = (
            new()
            {
                ClientId = "c",
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
                JwksUri = "https://keys.example/jwks",
            },
            "Client 'c': expected no jwks_uri, found 'https://keys.example/jwks' (RFC 7591 §5)."
        ),
        ["grant that there is not"] = (
            new()
            {
                ClientId = "c",
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.None,
                GrantTypes = ["implicit"],
            },
            "Client 'c': expected grant_types to be some of client_credentials, authorization_code, urn:ietf:params:oauth:grant-type:token-exchange, found 'implicit' (RFC 7591 §2)."
        ),
        ["no certificate"] = (
            new() { ClientId = "c", TokenEndpointAuthMethod = TokenEndpointAuthMethods.SelfSignedTlsClientAuth },
            "Client 'c': expected at least one key in jwks, and each with its certificate in x5c, for self_signed_tls_client_auth, "
                + "found none (RFC 7591 §2, RFC 8705 §2.2.2)."
        ),
        ["unknown method"] = (
            new() { ClientId = "c", TokenEndpointAuthMethod = "magic" },
            "Client 'c': expected token_endpoint_auth_method to be one of none, client_secret_basic, client_secret_post, client_secret_jwt, "
                + "private_key_jwt, tls_client_auth, self_signed_tls_client_auth, found 'magic' (RFC 7591 §2)."
        ),
        ["identifier that is taken"] = (
            new() { ClientId = TestClients.Public, TokenEndpointAuthMethod = TokenEndpointAuthMethods.None },
            "Client 'public': client_id is registered twice; identifiers are unique."
        ),
        ["empty identifier"] = (new() { ClientId = "" }, "Client '': client_id must be printable ASCII and not empty."),
    };

    public static TheoryData<string> WrongNames() => [.. Wrong.Keys];

    [Theory]
    [MemberData(nameof(WrongNames))]
    public async Task Wrong_registration_names_client_and_field(string name)
    {
        var (client, message) = Wrong[name];

        var error = await Assert.ThrowsAsync<InvalidRegistrationException>(() => TestLab.StartWithAsync(client));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public async Task RSA_key_shorter_than_the_option_allows_is_refused()
    {
        using var key = RSA.Create(1024);
        var client = TestClients.WithKey("c", key);

        var error = await Assert.ThrowsAsync<InvalidRegistrationException>(() => TestLab.StartWithAsync(client));

        Assert.Equal(KeyProblem($"an RSA key of 1024 bits, kid '{client.Jwks!.Keys[0].Kid}'"), error.Message);
    }

    [Fact]
    public async Task RSA_key_of_the_faulty_library_is_refused()
    {
        // What its keys have in common: a power of 65537 modulo each small prime.
        var primes = new[] { 11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157 };
        var product = primes.Aggregate(BigInteger.One, (all, prime) => all * prime);
        var modulus = (BigInteger.One << 2047) / product * product + BigInteger.ModPow(65537, 12345, product);
        modulus += modulus.IsEven ? product : 2 * product;
        var key = new Jwk
        {
            Kty = "RSA",
            Kid = "k",
            N = Base64Url.EncodeToString(modulus.ToByteArray(isUnsigned: true, isBigEndian: true)),
            E = "AQAB",
        };

        var error = await Assert.ThrowsAsync<InvalidRegistrationException>(() => TestLab.StartWithAsync(WithKey(key)));

        Assert.Equal(KeyProblem("an RSA key whose private half can be computed, kid 'k'"), error.Message);
    }

    private static string KeyProblem(string found) =>
        "Client 'c': expected each key of jwks to be valid, RSA keys of 2048 to 8192 bits, none made by the faulty library (ROCA), "
        + $"found {found} (RFC 7518 §3.3 and §6, CVE-2017-15361).";

    private static string SubjectProblem(string found) =>
        "Client 'c': expected exactly one of tls_client_auth_subject_dn, tls_client_auth_san_dns, tls_client_auth_san_uri, "
        + $"tls_client_auth_san_ip, tls_client_auth_san_email for tls_client_auth, found {found} (RFC 8705 §2.1.2).";

    private static ClientMetadata WithKey(Jwk key) => TestClients.WithKeys("c", null, key);
}
