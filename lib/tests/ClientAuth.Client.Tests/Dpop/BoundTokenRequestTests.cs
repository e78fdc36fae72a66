using System.Security.Cryptography;
using ClientAuth.Client.Dpop;
using ClientAuth.Protocol;
using Microsoft.Extensions.Time.Testing;
using Method = ClientAuth.Client.ClientAuthenticationMethodConfiguration;

namespace ClientAuth.Client.Tests.Dpop;

/// <summary>A token request with a proof, and the nonces that servers give for it (RFC 9449 §5 and §8).</summary>
public sealed class BoundTokenRequestTests : IDisposable
{
    private const string WantsNonce = """{"error":"use_dpop_nonce"}""";

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
    private readonly ECDsa _ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly DpopKey _key;

    public BoundTokenRequestTests() => _key = new DpopKey(_ecdsa, _clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _ecdsa.Dispose();

    [Fact]
    public async Task A_server_that_wants_its_nonce_is_asked_a_second_time_with_a_new_proof_and_a_new_assertion()
    {
        using var wire = new AnsweringHandler((400, WantsNonce, "n-1"), (200, AnyServer.TokenJson, "n-2"));

        var outcome = await Client(wire).RequestTokenAsync("read", Cancellation);

        Assert.Equal("n-2", Assert.IsType<TokenOutcome.Issued>(outcome).DpopNonce);
        Assert.Equal([null, "n-1"], wire.Proofs.Select(proof => proof.ClaimString("nonce")));
        Assert.Equal(2, wire.Proofs.Select(proof => proof.ClaimString("jti")).Distinct().Count());
        Assert.Equal(2, wire.Bodies.Distinct().Count());
        Assert.Equal("n-2", _key.NonceOf(new Uri(AnyServer.Metadata.TokenEndpoint)));
    }

    [Fact]
    public async Task A_server_that_is_never_content_is_asked_twice_and_no_more()
    {
        using var wire = new AnsweringHandler((400, WantsNonce, "n-1"), (400, WantsNonce, "n-2"));

        var outcome = await Client(wire).RequestTokenAsync("read", Cancellation);

        var refused = Assert.IsType<TokenOutcome.Refused>(outcome);
        Assert.Equal(("use_dpop_nonce", "n-2"), (refused.Error.Error, refused.DpopNonce));
        Assert.Equal(2, wire.Proofs.Count);
    }

    [Fact]
    public async Task A_server_that_wants_a_nonce_and_gives_none_is_asked_once()
    {
        using var wire = new AnsweringHandler((400, WantsNonce, null));

        Assert.IsType<TokenOutcome.Refused>(await Client(wire).RequestTokenAsync("read", Cancellation));

        Assert.Single(wire.Proofs);
    }

    [Fact]
    public async Task A_request_that_the_caller_has_built_is_sent_once()
    {
        using var wire = new AnsweringHandler((400, WantsNonce, "n-1"));
        var client = Client(wire);

        var outcome = await client.SendAsync(client.Prepare("read"), Cancellation);

        Assert.Equal("n-1", outcome.DpopNonce);
        Assert.Single(wire.Proofs);
    }

    [Fact]
    public void The_proof_is_for_the_endpoint_that_the_method_chooses()
    {
        using var certificate = Credentials.SelfSignedCertificate.Create(
            Credentials.CertificateProfile.Client("CN=app"),
            _clock
        );
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var client = new TokenClient(http, AnyServer.Metadata, "app", new Method.Mtls(certificate), _clock);

        var request = client.BoundTo(_key).Prepare();

        var proof = DecodedJwt.Parse(request.Headers.Single(header => header.Name == "DPoP").Value);
        Assert.Equal("https://mtls.as.example/token", proof.ClaimString("htu"));
        Assert.Equal(("POST", null), (proof.ClaimString("htm"), proof.ClaimString("ath")));
    }

    [Fact]
    public void An_exchange_sends_the_token_and_says_what_it_is()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var client = new TokenClient(http, AnyServer.Metadata, "app", new Method.None(), _clock);

        var request = client.PrepareExchange("cat", "read");

        Assert.Equal(
            "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange&subject_token=cat"
                + "&subject_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Ajwt&scope=read&client_id=app",
            request.Body
        );
    }

    private TokenClient Client(HttpMessageHandler wire) =>
        new(
            new HttpClient(wire, disposeHandler: false),
            AnyServer.Metadata,
            "app",
            new Method.SignedJwt.Asymmetric(_ecdsa, "ES256"),
            _clock
        )
        {
            BindingKey = _key,
        };
}
