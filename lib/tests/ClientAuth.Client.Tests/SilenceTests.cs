using System.Security.Cryptography;
using ClientAuth.Client.Attestation;
using ClientAuth.Client.Dpop;
using ClientAuth.Client.Haapi;
using ClientAuth.Client.TokenRequests;
using ClientAuth.Protocol;
using Microsoft.DotNet.Interactive.Formatting;
using Method = ClientAuth.Client.ClientAuthenticationMethodConfiguration;

namespace ClientAuth.Client.Tests;

/// <summary>What a learner types alone on a line ends in the notebook's outputs; no credential may come with it.</summary>
public sealed class SilenceTests : IDisposable
{
    private const string Secret = "correct-horse-battery-staple-0123456789";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/plain")]
    public void A_request_with_the_secret_in_header_or_body_does_not_show_it(string mimeType)
    {
        var basic = Prepare(new Method.Secret(Secret));
        var body = Prepare(new Method.Secret(Secret, SecretStyle.Body));
        var credential = basic.Headers.Single().Value["Basic ".Length..];

        Assert.DoesNotContain(credential, Shown(basic, mimeType), StringComparison.Ordinal);
        Assert.DoesNotContain(credential, Shown(basic.Headers, mimeType), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, Shown(body, mimeType), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/plain")]
    public void An_assertion_its_method_and_an_issued_token_do_not_show_what_makes_them_usable(string mimeType)
    {
        var method = new Method.SignedJwt.Symmetric(new ClientSecret(Secret));
        var assertion = method.CreateAssertion("app", AnyServer.Metadata.Issuer, TimeProvider.System, "jti-1");
        var token = new TokenResponse { AccessToken = Secret, TokenType = "Bearer" };

        Assert.DoesNotContain(assertion.EncodedSignature, Shown(assertion, mimeType), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, Shown(method, mimeType), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, Shown(new TokenOutcome.Issued(token), mimeType), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/plain")]
    public void A_bound_token_and_a_proof_do_not_show_what_makes_them_usable(string mimeType)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var proof = new DpopKey(key, TimeProvider.System).Prove(HttpMethod.Post, new Uri("https://as.example/token"));
        var token = new BoundAccessToken(Secret, "read", DateTimeOffset.UnixEpoch, TimeSpan.FromMinutes(5), "jkt");
        var attested = new ClientAttestationToken(Secret, DateTimeOffset.UnixEpoch);

        Assert.DoesNotContain(proof.Compact.Split('.')[2], Shown(proof, mimeType), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, Shown(token, mimeType), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, Shown(attested, mimeType), StringComparison.Ordinal);
    }

    private PreparedTokenRequest Prepare(Method method) =>
        new TokenClient(_http, AnyServer.Metadata, "app", method, TimeProvider.System).Prepare("read");

    private static string Shown(object value, string mimeType) => value.ToDisplayString(mimeType);
}
