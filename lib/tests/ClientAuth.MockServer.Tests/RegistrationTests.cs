using System.Buffers.Text;
using System.Numerics;
using System.Security.Cryptography;
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
            "Client 'c': token_endpoint_auth_signing_alg 'HS256' does not fit private_key_jwt; "
                + "use one of RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512."
        ),
        ["no keys"] = (
            new() { ClientId = "c", TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt },
            "Client 'c': jwks needs at least one RSA or EC key for private_key_jwt."
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
            "Client 'c': jwks has a key 'k' that is no valid EC key."
        ),
        ["key without its members"] = (
            WithKey(new() { Kty = "RSA", Kid = "k" }),
            "Client 'c': jwks has a key 'k' that is no valid RSA key."
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
            "Client 'c': jwks has a key 'k' that is no valid RSA key."
        ),
        ["no subject"] = (
            new() { ClientId = "c", TokenEndpointAuthMethod = TokenEndpointAuthMethods.TlsClientAuth },
            "Client 'c': tls_client_auth_subject_dn or one of tls_client_auth_san_dns, _uri, _ip and _email "
                + "must be given exactly once for tls_client_auth, and 0 are."
        ),
        ["two subjects"] = (
            new()
            {
                ClientId = "c",
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.TlsClientAuth,
                TlsClientAuthSubjectDn = "CN=c",
                TlsClientAuthSanDns = "c.example",
            },
            "Client 'c': tls_client_auth_subject_dn or one of tls_client_auth_san_dns, _uri, _ip and _email "
                + "must be given exactly once for tls_client_auth, and 2 are."
        ),
        ["subject that is no name"] = (
            new()
            {
                ClientId = "c",
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.TlsClientAuth,
                TlsClientAuthSubjectDn = "c",
            },
            "Client 'c': tls_client_auth_subject_dn is no distinguished name (RFC 4514)."
        ),
        ["address that is none"] = (
            new()
            {
                ClientId = "c",
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.TlsClientAuth,
                TlsClientAuthSanIp = "localhost",
            },
            "Client 'c': tls_client_auth_san_ip is no IP address."
        ),
        ["no certificate"] = (
            new() { ClientId = "c", TokenEndpointAuthMethod = TokenEndpointAuthMethods.SelfSignedTlsClientAuth },
            "Client 'c': jwks needs a key with its certificate in x5c for self_signed_tls_client_auth."
        ),
        ["unknown method"] = (
            new() { ClientId = "c", TokenEndpointAuthMethod = "magic" },
            "Client 'c': token_endpoint_auth_method 'magic' is no method of this server."
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

        var error = await Assert.ThrowsAsync<ArgumentException>(() => TestLab.StartWithAsync(client));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public async Task RSA_key_shorter_than_the_option_allows_is_refused()
    {
        using var key = RSA.Create(1024);
        var client = TestClients.WithKey("c", key);

        var error = await Assert.ThrowsAsync<ArgumentException>(() => TestLab.StartWithAsync(client));

        Assert.Equal(
            $"Client 'c': jwks has a key '{client.Jwks!.Keys[0].Kid}' of 1024 bits; RSA keys need 2048 (RFC 7518 §3.3).",
            error.Message
        );
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

        var error = await Assert.ThrowsAsync<ArgumentException>(() => TestLab.StartWithAsync(WithKey(key)));

        Assert.Equal(
            "Client 'c': jwks has a key 'k' whose private half can be computed (ROCA, CVE-2017-15361); make another.",
            error.Message
        );
    }

    [Fact]
    public async Task Certificate_of_another_key_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            TestLab.StartAsync(
                (lab, options) =>
                {
                    var mixed = Jwk.FromPublicKey(key) with
                    {
                        X5c = [Convert.ToBase64String(lab.Clients.OwnCertificate.RawData)],
                    };
                    return options with { Clients = [SelfSigned(mixed)] };
                }
            )
        );

        Assert.Contains("that is not the key of its x5c", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task X5c_that_holds_no_certificate_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var broken = Jwk.FromPublicKey(key) with { X5c = ["AAAA"] };

        var error = await Assert.ThrowsAsync<ArgumentException>(() => TestLab.StartWithAsync(SelfSigned(broken)));

        Assert.Contains("whose x5c holds no certificate", error.Message, StringComparison.Ordinal);
    }

    private static ClientMetadata WithKey(Jwk key) => TestClients.WithKeys("c", null, key);

    private static ClientMetadata SelfSigned(Jwk key) =>
        new()
        {
            ClientId = "c",
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.SelfSignedTlsClientAuth,
            Jwks = new JwkSet { Keys = [key] },
        };
}
