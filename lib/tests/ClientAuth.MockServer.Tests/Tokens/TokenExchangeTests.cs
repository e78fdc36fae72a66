using System.Security.Cryptography;
using System.Text.Json;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Tokens;

/// <summary>A Client Attestation Token becomes an access token, for its own client, with its own key, while it lasts (RFC 8693).</summary>
public sealed class TokenExchangeTests : IAsyncLifetime
{
    private DeviceLab _lab = null!;
    private TestDevice _device = null!;

    public async ValueTask InitializeAsync()
    {
        _lab = await DeviceLab.StartAsync();
        _device = _lab.Android();
    }

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact]
    public async Task Token_that_comes_of_it_is_bound_to_the_devices_key()
    {
        var answer = await _device.SendAsync(await _device.ExchangeAsync(await _device.TokenAsync()));

        var token = Issued(answer);
        Assert.Equal("urn:ietf:params:oauth:token-type:access_token", token.IssuedTokenType);
        Assert.Equal(("DPoP", "read write", 300L), (token.TokenType, token.Scope, token.ExpiresIn));
        var jwt = DecodedJwt.Parse(token.AccessToken);
        Assert.Equal(
            ("at+jwt", DeviceLab.App, DeviceLab.App),
            (jwt.HeaderString("typ"), jwt.ClaimString("sub"), jwt.ClaimString("client_id"))
        );
        Assert.Equal(
            Jwk.FromPublicKey(_device.Key).Thumbprint(),
            jwt.Payload.GetProperty("cnf").GetProperty("jkt").GetString()
        );
    }

    [Fact]
    public async Task Token_opens_the_resource_with_a_proof_and_without_one_nothing()
    {
        var issued = Issued(await _device.SendAsync(await _device.ExchangeAsync(await _device.TokenAsync())));

        var proven = await _device.SendAsync(await _device.CallAsync(issued.AccessToken));
        var bare = await _device.SendAsync(TestCall.Bearing(issued.AccessToken));
        using var stolen = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var others = await _device.SendAsync(await _device.CallAsync(issued.AccessToken, stolen));

        Assert.Equal(200, proven.Status);
        bare.AssertChallenged(401, OAuthErrors.InvalidToken, Rules.TokenScheme.Name);
        Assert.Equal((401, Rules.DpopBinding.Name), (others.Status, others.Exchange.Trace.Failure?.Check));
    }

    [Fact]
    public async Task Client_attestation_token_itself_opens_no_resource()
    {
        var bare = await _device.SendAsync(TestCall.Bearing(await _device.TokenAsync()));

        bare.AssertChallenged(401, OAuthErrors.InvalidToken, Rules.TokenType.Name);
    }

    [Fact]
    public async Task Token_can_be_exchanged_again_until_it_expires()
    {
        var token = await _device.TokenAsync();
        Issued(await _device.SendAsync(await _device.ExchangeAsync(token)));
        _lab.Lab.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        Issued(await _device.SendAsync(await _device.ExchangeAsync(token)));

        _lab.Lab.Clock.Advance(TimeSpan.FromSeconds(1));
        var late = await _device.SendAsync(await _device.ExchangeAsync(token));

        late.AssertRefused(400, OAuthErrors.InvalidRequest, Rules.SubjectTokenExp.Name);
    }

    [Fact]
    public async Task Somebody_elses_key_makes_the_token_worth_nothing()
    {
        var token = await _device.TokenAsync();
        using var stolen = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        var answer = await _device.SendAsync(await _device.ExchangeAsync(token, prover: stolen));

        answer.AssertRefused(400, OAuthErrors.InvalidRequest, Rules.SubjectTokenDpopKey.Name);
    }

    [Fact]
    public async Task Exchange_without_a_proof_is_refused()
    {
        var answer = await _device.SendAsync(TestDevice.Exchange(await _device.TokenAsync()));

        answer.AssertRefused(400, OAuthErrors.InvalidRequest, Rules.DpopPresented.Name);
    }

    [Fact]
    public async Task Proof_is_good_for_one_exchange()
    {
        var call = await _device.ExchangeAsync(await _device.TokenAsync());
        Issued(await _device.SendAsync(call));

        (await _device.SendAsync(call)).AssertRefused(400, OAuthErrors.InvalidDpopProof, Rules.DpopJtiUnused.Name);
    }

    [Fact]
    public async Task Token_of_one_client_is_refused_from_another()
    {
        var token = await _device.TokenAsync();

        var answer = await _device.SendAsync(await _device.ExchangeAsync(token, DeviceLab.DebugApp));

        answer.AssertRefused(400, OAuthErrors.InvalidRequest, Rules.SubjectTokenSub.Name);
    }

    [Fact]
    public async Task Access_token_cannot_be_exchanged_for_another()
    {
        var token = await _device.TokenAsync();
        var issued = Issued(await _device.SendAsync(await _device.ExchangeAsync(token)));

        var answer = await _device.SendAsync(await _device.ExchangeAsync(issued.AccessToken));

        answer.AssertRefused(400, OAuthErrors.InvalidRequest, Rules.SubjectTokenTyp.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("not a token")]
    public async Task Subject_token_that_is_no_JWT_is_refused(string token) =>
        (await _device.SendAsync(await _device.ExchangeAsync(token))).AssertRefused(
            400,
            OAuthErrors.InvalidRequest,
            Rules.SubjectTokenFormat.Name
        );

    [Theory]
    [InlineData(null)]
    [InlineData("urn:ietf:params:oauth:token-type:access_token")]
    public async Task Subject_token_must_be_called_a_JWT(string? type)
    {
        var call = (await _device.ExchangeAsync(await _device.TokenAsync())).Without(TokenParameters.SubjectTokenType);

        var answer = await _device.SendAsync(type is null ? call : call.And(TokenParameters.SubjectTokenType, type));

        answer.AssertRefused(400, OAuthErrors.InvalidRequest, Rules.SubjectTokenType.Name);
    }

    [Fact]
    public async Task Token_that_somebody_else_has_signed_is_refused()
    {
        var parts = (await _device.TokenAsync()).Split('.');
        var jwt = DecodedJwt.Parse(string.Join('.', parts));
        var forged = new TestAssertion("", "", _lab.Lab.Clock.GetUtcNow()) { RawPayload = jwt.Payload.GetRawText() };
        forged.Header["typ"] = JwtTypes.ClientAttestationToken;

        var answer = await _device.SendAsync(await _device.ExchangeAsync(forged.Sign(_device.Key)));

        answer.AssertRefused(400, OAuthErrors.InvalidRequest, Rules.SubjectTokenSignature.Name);
    }

    [Fact]
    public async Task Scope_is_what_the_client_may_have_at_most()
    {
        var token = await _device.TokenAsync();
        var narrow = (await _device.ExchangeAsync(token)).And(TokenParameters.Scope, "read");
        var wide = (await _device.ExchangeAsync(token)).And(TokenParameters.Scope, "read admin");

        Assert.Equal("read", Issued(await _device.SendAsync(narrow)).Scope);
        (await _device.SendAsync(wide)).AssertRefused(400, OAuthErrors.InvalidScope, Rules.ScopeAllowed.Name);
    }

    [Theory]
    [InlineData("actor_token", "a.b.c", OAuthErrors.InvalidRequest, "exchange.actor")]
    [InlineData("audience", "other", OAuthErrors.InvalidTarget, "exchange.target")]
    [InlineData("resource", "https://api.example/", OAuthErrors.InvalidTarget, "exchange.target")]
    [InlineData(
        "requested_token_type",
        "urn:ietf:params:oauth:token-type:refresh_token",
        OAuthErrors.InvalidRequest,
        "exchange.requested_type"
    )]
    public async Task What_the_server_does_not_give_is_refused_and_not_passed_over(
        string parameter,
        string value,
        string error,
        string check
    )
    {
        var call = await _device.ExchangeAsync(await _device.TokenAsync());

        (await _device.SendAsync(call.And(parameter, value))).AssertRefused(400, error, check);

        // Its proof is unspent: without the parameter the same request is granted.
        Issued(await _device.SendAsync(call));
    }

    [Fact]
    public async Task What_the_server_gives_anyway_may_be_asked_for()
    {
        var call = await _device.ExchangeAsync(await _device.TokenAsync());

        var answer = await _device.SendAsync(
            call.And(TokenParameters.Audience, _lab.Issuer)
                .And(TokenParameters.Resource, _lab.Issuer)
                .And(TokenParameters.RequestedTokenType, TokenTypes.AccessToken)
        );

        Assert.Equal(_lab.Issuer, DecodedJwt.Parse(Issued(answer).AccessToken).ClaimString("aud"));
    }

    [Fact]
    public async Task Subject_token_in_the_address_is_refused()
    {
        var token = await _device.TokenAsync();
        var call = await _device.ExchangeAsync(token);

        var answer = await _device.SendAsync(call with { Query = $"?subject_token={token}" });

        answer.AssertRefused(400, OAuthErrors.InvalidRequest, Rules.Query.Name);
    }

    private static TokenResponse Issued(TestAnswer answer)
    {
        Assert.True(answer.Status == 200, $"{answer.Status} {answer.Body} {answer.Exchange.Trace.Failure}");
        Assert.Null(answer.Exchange.Trace.Failure);
        answer.AssertNotStored();
        return JsonSerializer.Deserialize(answer.Body, ProtocolJson.Default.TokenResponse)!;
    }
}
