using System.Security.Cryptography;
using System.Text.Json;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Platforms;

/// <summary>How a device asks for a Client Attestation Token, and what it gets.</summary>
public sealed class ClientAttestationTokenTests : IAsyncLifetime
{
    private DeviceLab _lab = null!;

    public async ValueTask InitializeAsync() => _lab = await DeviceLab.StartAsync();

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact]
    public async Task Token_is_the_servers_own_word_for_a_client_and_a_key()
    {
        var device = _lab.Android();

        var token = TestDevice.Token(await device.AttestAsync());

        var jwt = DecodedJwt.Parse(token.ClientAttestationToken);
        var now = _lab.Lab.Clock.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal(300, token.ExpiresIn);
        Assert.Equal("client-attestation-token+jwt", jwt.HeaderString("typ"));
        Assert.Equal(
            (_lab.Issuer, _lab.Issuer, DeviceLab.App),
            (jwt.ClaimString("iss"), jwt.ClaimString("aud"), jwt.ClaimString("sub"))
        );
        Assert.Equal(now, jwt.Payload.GetProperty("iat").GetInt64());
        Assert.Equal(now + 300, jwt.Payload.GetProperty("exp").GetInt64());
        Assert.Equal(32, jwt.ClaimString("jti")!.Length);
        Assert.Equal(
            $$"""{"jkt":"{{Jwk.FromPublicKey(device.Key).Thumbprint()}}"}""",
            jwt.Payload.GetProperty("cnf").GetRawText()
        );
        using var key = PublicKey(await KeySetAsync());
        Assert.True(key.VerifyData(jwt.SigningInput, jwt.Signature.Span, HashAlgorithmName.SHA256));
    }

    [Fact]
    public async Task Lifetime_is_the_operators_choice()
    {
        await using var lab = await DeviceLab.StartAsync(options =>
            options with
            {
                Apps = options.Apps with { ClientAttestationTokenLifetime = TimeSpan.FromSeconds(42) },
            }
        );

        Assert.Equal(42, TestDevice.Token(await lab.Android().AttestAsync()).ExpiresIn);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData(TestClients.Public)]
    [InlineData(TestClients.Basic)]
    public async Task Client_without_such_an_app_is_refused_like_one_that_is_unknown(string clientId)
    {
        var answer = await _lab.Android().AttestAsync(clientId);

        answer.AssertRefused(400, OAuthErrors.UnauthorizedClient, Rules.DeviceClient.Name);
        Assert.Equal("the client may not attest itself here", answer.Error().ErrorDescription);
    }

    [Fact]
    public async Task Client_that_was_switched_off_or_changed_its_method_is_refused()
    {
        var device = _lab.Android();
        _lab.Lab.Server.Clients.Disable(DeviceLab.App);
        (await device.AttestAsync()).AssertRefused(400, OAuthErrors.UnauthorizedClient, Rules.DeviceClient.Name);

        _lab.Lab.Server.Clients.Enable(DeviceLab.App);
        TestDevice.Token(await device.AttestAsync());
        _lab.Lab.Server.Clients.Replace(
            DeviceLab.Client(DeviceLab.App) with
            {
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.ClientSecretBasic,
                ClientSecret = _lab.Lab.Clients.Secret,
            }
        );

        (await device.AttestAsync()).AssertRefused(400, OAuthErrors.UnauthorizedClient, Rules.DeviceClient.Name);
    }

    [Fact]
    public async Task Evidence_for_one_key_is_refused_with_a_proof_by_another()
    {
        var device = _lab.Android();
        var (challenge, nonce) = await device.ChallengeAsync();
        using var stolen = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        var answer = await device.SendAsync(
            device.Attestation(device.Body(challenge!).ToJsonString(), nonce, prover: stolen)
        );

        answer.AssertRefused(400, OAuthErrors.InvalidClientAttestation, Rules.AndroidKeyDpopKey.Name);
    }

    [Fact]
    public async Task Request_without_a_proof_is_refused_and_one_without_a_nonce_is_given_one()
    {
        var device = _lab.Android();
        var call = await device.AttestationAsync();
        var (challenge, _) = await device.ChallengeAsync();

        var without = await device.SendAsync(call with { Headers = [] });
        var old = await device.SendAsync(device.Attestation(device.Body(challenge!).ToJsonString(), nonce: null));

        without.AssertRefused(400, OAuthErrors.InvalidDpopProof, Rules.DpopSingle.Name);
        old.AssertRefused(400, OAuthErrors.UseDpopNonce, Rules.DpopNonce.Name);
        var fresh = old.Header(ProofHeaders.DpopNonce);
        TestDevice.Token(await device.SendAsync(device.Attestation(device.Body(challenge!).ToJsonString(), fresh)));
    }

    [Fact]
    public async Task Server_without_apps_has_neither_endpoint_nor_grant()
    {
        await using var lab = await DeviceLab.StartAsync(options =>
            options with
            {
                Apps = options.Apps with { AttestedApps = [] },
            }
        );
        var metadata = lab.Lab.Server.Metadata;

        Assert.Null(metadata.ClientAttestationTokenEndpoint);
        Assert.Equal([GrantTypes.ClientCredentials], metadata.GrantTypesSupported);
        var attest = await lab.Lab.SendAsync(new TestCall { Path = "/cat", RawBody = "{}" });
        Assert.Equal(404, attest.Status);
        var exchange = await lab.Lab.SendAsync(TestDevice.Exchange("a.b.c"));
        exchange.AssertRefused(400, OAuthErrors.UnsupportedGrantType, Rules.GrantTypePresent.Name);
    }

    [Fact]
    public void Metadata_names_the_endpoint_and_the_grant()
    {
        var metadata = _lab.Lab.Server.Metadata;

        Assert.Equal(_lab.Issuer + "/cat", metadata.ClientAttestationTokenEndpoint);
        Assert.Equal([GrantTypes.ClientCredentials, GrantTypes.TokenExchange], metadata.GrantTypesSupported);
        Assert.Equal(_lab.Issuer + "/challenge", metadata.ChallengeEndpoint);
    }

    private async Task<JwkSet> KeySetAsync()
    {
        var json = await _lab.Http.GetStringAsync(
            _lab.Lab.Server.Metadata.JwksUri,
            TestContext.Current.CancellationToken
        );
        return JsonSerializer.Deserialize(json, ProtocolJson.Default.JwkSet)!;
    }

    private static ECDsa PublicKey(JwkSet keys) =>
        ECDsa.Create(
            new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint
                {
                    X = System.Buffers.Text.Base64Url.DecodeFromChars(keys.Keys[0].X),
                    Y = System.Buffers.Text.Base64Url.DecodeFromChars(keys.Keys[0].Y),
                },
            }
        );
}
