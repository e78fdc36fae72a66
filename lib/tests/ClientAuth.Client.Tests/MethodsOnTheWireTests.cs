using System.Security.Cryptography;
using System.Text;
using ClientAuth.Credentials;
using ClientAuth.Protocol;
using Microsoft.Extensions.Time.Testing;
using Method = ClientAuth.Client.ClientAuthenticationMethodConfiguration;

namespace ClientAuth.Client.Tests;

/// <summary>The exact bytes of each method's request, and what must be absent from it.</summary>
public sealed class MethodsOnTheWireTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
    private readonly RecordingHandler _wire = new(200, AnyServer.TokenJson);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task None_sends_the_identifier_only()
    {
        await SendAsync(new Method.None());

        Assert.Equal("grant_type=client_credentials&client_id=app", _wire.Body);
        Assert.Null(_wire.Authorization);
    }

    [Fact]
    public async Task Basic_sends_the_header_and_nothing_in_the_body()
    {
        await SendAsync(new Method.Secret("s3cret"), scope: "read write");

        Assert.Equal("grant_type=client_credentials&scope=read+write", _wire.Body);
        Assert.Equal("Basic YXBwOnMzY3JldA==", _wire.Authorization); // app:s3cret
    }

    [Theory]
    [InlineData("a b", "a+b")]
    [InlineData("a+b", "a%2Bb")]
    [InlineData("a%41b", "a%2541b")]
    [InlineData("a:b", "a%3Ab")]
    [InlineData("a&b=c", "a%26b%3Dc")]
    [InlineData("£", "%C2%A3")]
    [InlineData("€", "%E2%82%AC")]
    [InlineData("-._", "-._")]
    public async Task Basic_form_encodes_identifier_and_secret_before_Base64(string raw, string encoded)
    {
        await SendAsync(new Method.Secret(raw), clientId: raw);

        Assert.Equal(
            $"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"{encoded}:{encoded}"))}",
            _wire.Authorization
        );
    }

    [Fact]
    public async Task Body_sends_both_as_parameters_and_no_header()
    {
        await SendAsync(new Method.Secret("p+q £", SecretStyle.Body));

        Assert.Equal("grant_type=client_credentials&client_id=app&client_secret=p%2Bq+%C2%A3", _wire.Body);
        Assert.Null(_wire.Authorization);
    }

    [Fact]
    public async Task Mtls_sends_the_identifier_to_the_endpoint_that_asks_for_a_certificate()
    {
        using var certificate = SelfSignedCertificate.Create(CertificateProfile.Client("CN=app"), _clock);

        await SendAsync(new Method.Mtls(certificate));

        Assert.Equal("https://mtls.as.example/token", _wire.Request!.RequestUri!.ToString());
        Assert.Equal("grant_type=client_credentials&client_id=app", _wire.Body);
        Assert.Null(_wire.Authorization);
    }

    [Fact]
    public void Mtls_uses_the_usual_endpoint_where_no_other_is_published()
    {
        using var certificate = SelfSignedCertificate.Create(CertificateProfile.Client("CN=app"), _clock);
        using var http = new HttpClient(_wire, disposeHandler: false);
        var server = AnyServer.Metadata with { MtlsEndpointAliases = null };

        var request = new TokenClient(http, server, "app", new Method.Mtls(certificate), _clock).Prepare();

        Assert.Equal("https://as.example/token", request.Endpoint.ToString());
    }

    [Fact]
    public async Task Signed_jwt_sends_the_assertion_its_type_and_no_other_identification()
    {
        var secret = new ClientSecret("0123456789abcdef0123456789abcdef");

        await SendAsync(new Method.SignedJwt.Symmetric(secret));

        const string head =
            "grant_type=client_credentials"
            + "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=";
        Assert.StartsWith(head, _wire.Body, StringComparison.Ordinal);
        Assert.Null(_wire.Authorization);
        var jwt = DecodedJwt.Parse(_wire.Body![head.Length..]);
        Assert.Equal("""{"alg":"HS256","typ":"client-authentication+jwt"}""", jwt.Header.GetRawText());
        Assert.Equal(
            """{"iss":"app","sub":"app","aud":"https://as.example","jti":"jti-1","iat":1800000000,"exp":1800000060}""",
            jwt.Payload.GetRawText()
        );
        Assert.Equal(HMACSHA256.HashData(secret.RevealBytes(), jwt.SigningInput), jwt.Signature.ToArray());
    }

    [Fact]
    public async Task Every_request_is_a_form_that_asks_for_json()
    {
        await SendAsync(new Method.None());

        Assert.Equal(HttpMethod.Post, _wire.Request!.Method);
        Assert.Equal("https://as.example/token", _wire.Request.RequestUri!.ToString());
        Assert.Equal("application/x-www-form-urlencoded", _wire.Request.Content!.Headers.ContentType!.ToString());
        Assert.Equal("application/json", _wire.Request.Headers.Accept.ToString());
    }

    private async Task SendAsync(Method method, string clientId = "app", string? scope = null)
    {
        using var http = new HttpClient(_wire, disposeHandler: false);
        var client = new TokenClient(http, AnyServer.Metadata, clientId, method, _clock) { NewJti = () => "jti-1" };
        Assert.IsType<TokenOutcome.Issued>(
            await client.RequestTokenAsync(scope, TestContext.Current.CancellationToken)
        );
    }
}
