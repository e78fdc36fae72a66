using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ClientAuth.MockServer.Standalone.Tests.Processes;
using ClientAuth.MockServer.Standalone.Tests.Tokens;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Standalone.Tests;

/// <summary>Clients of a user's own: what the registration brings is kept, and its private half stays with the user.</summary>
public sealed class OwnClientsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Elliptic_curve_key_made_by_openssl_authenticates_the_client()
    {
        var key = _folder.File("own-key.pem");
        await OpenSsl.MakeKeyAsync(key, "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256");
        using var publicKey = ECDsa.Create();
        publicKey.ImportSubjectPublicKeyInfo(await OpenSsl.PublicKeyAsync(key), out _);
        await using var server = await StartAsync(
            new()
            {
                ClientId = "own-app",
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
                Jwks = new JwkSet { Keys = [Jwk.FromPublicKey(publicKey) with { Kid = "own-key" }] },
            }
        );
        Assert.Equal(["client_id", "token_endpoint_auth_method", "kid"], server.Client("own-app").Members);

        var input = SigningInput.Of("""{"alg":"ES256","kid":"own-key"}""", "own-app", server.Issuer);
        var response = await Curl.RequestTokenAsync(
            server,
            SigningInput.Signed(input, await OpenSsl.SignEs256Async(key, input))
        );

        Answers.AssertIssued(response, "own-app");
    }

    [Fact]
    public async Task Rsa_key_made_by_openssl_authenticates_the_client()
    {
        var key = _folder.File("own-key.pem");
        await OpenSsl.MakeKeyAsync(key, "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048");
        using var publicKey = RSA.Create();
        publicKey.ImportSubjectPublicKeyInfo(await OpenSsl.PublicKeyAsync(key), out _);
        await using var server = await StartAsync(
            new()
            {
                ClientId = "own-app",
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
                TokenEndpointAuthSigningAlg = SignatureAlgorithms.RS256,
                Jwks = new JwkSet { Keys = [Jwk.FromPublicKey(publicKey)] },
            }
        );

        var input = SigningInput.Of("""{"alg":"RS256"}""", "own-app", server.Issuer);
        var response = await Curl.RequestTokenAsync(
            server,
            SigningInput.Signed(input, await OpenSsl.SignSha256Async(key, input))
        );

        Answers.AssertIssued(response, "own-app");
    }

    [Fact]
    public async Task Self_signed_certificate_made_by_openssl_authenticates_the_client()
    {
        var (key, certificate) = (_folder.File("own-key.pem"), _folder.File("own-certificate.pem"));
        await OpenSsl.MakeKeyAsync(key, "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256");
        await OpenSsl.MakeCertificateAsync(certificate, key, "/CN=own-app");
        using var loaded = X509CertificateLoader.LoadCertificateFromFile(certificate);
        await using var server = await StartAsync(
            new()
            {
                ClientId = "own-app",
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.SelfSignedTlsClientAuth,
                Jwks = new JwkSet { Keys = [Jwk.FromCertificate(loaded)] },
            }
        );
        Assert.DoesNotContain("certificate_file", server.Client("own-app").Members);

        var response = await Curl.RequestTokenAsync(
            server,
            server.MtlsTokenEndpoint,
            ("data", "client_id=own-app"),
            ("cert", certificate),
            ("key", key)
        );

        Answers.AssertIssuedAndBound(response, "own-app", certificate);
    }

    [Fact]
    public async Task Identifier_and_secret_with_every_awkward_character_work_once_they_are_form_encoded()
    {
        const string ClientId = "https://app.example/a:b";
        const string Secret = "p+q %41:$\"\\'";
        await using var server = await StartAsync(new() { ClientId = ClientId, ClientSecret = Secret });
        Assert.Equal(Secret, server.Client(ClientId).Content("client_secret_file"));

        var encoded = $"{WebUtility.UrlEncode(ClientId)}:{WebUtility.UrlEncode(Secret)}";
        Answers.AssertIssued(await Curl.RequestTokenAsync(server, ("user", encoded)), ClientId);

        var half = $"{WebUtility.UrlEncode(ClientId)}:{Secret.Replace(' ', '+')}";
        Answers.AssertRefused(
            await Curl.RequestTokenAsync(server, ("user", half)),
            "Basic realm=\"token endpoint\", charset=\"UTF-8\""
        );
    }

    public void Dispose() => _folder.Dispose();

    private Task<StandaloneProcess> StartAsync(ClientMetadata client)
    {
        var clients = JsonSerializer.Serialize([client], ProtocolJson.Default.IReadOnlyListClientMetadata);
        return StandaloneProcess.StartAsync(
            "--clients",
            _folder.Write("clients.json", clients),
            "--manifest",
            _folder.File("manifest.json")
        );
    }
}
