using System.Security.Cryptography;
using System.Text.Json;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Tokens;

/// <summary>The access token as a resource sees it (RFC 9068, RFC 8705 §3).</summary>
public sealed class AccessTokenTests
{
    [Fact]
    public async Task Token_is_signed_by_the_key_of_the_server_and_says_whose_it_is()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var lab = await TestLab.StartAsync(
            (_, options) => options with { Keys = new() { SigningKey = key } }
        );

        var answer = (await lab.SendAsync(TestCall.Basic(TestClients.Basic, lab.Clients.Secret))).AssertIssued();

        var token = DecodedJwt.Parse(answer.AccessToken);
        var now = lab.Clock.GetUtcNow().ToUnixTimeSeconds();
        Assert.True(key.VerifyData(token.SigningInput, token.Signature.Span, HashAlgorithmName.SHA256));
        Assert.Equal(("at+jwt", "ES256"), (token.HeaderString("typ"), token.HeaderString("alg")));
        Assert.Equal(Jwk.FromPublicKey(key).Kid, token.HeaderString("kid"));
        Assert.Equal(lab.Server.Issuer, token.ClaimString("iss"));
        Assert.Equal(lab.Server.Issuer, token.ClaimString("aud"));
        Assert.Equal(("basic", "basic"), (token.ClaimString("sub"), token.ClaimString("client_id")));
        Assert.Equal("read write", token.ClaimString("scope"));
        Assert.Equal(now, token.Payload.GetProperty("iat").GetInt64());
        Assert.Equal(now + 300, token.Payload.GetProperty("exp").GetInt64());
        Assert.Equal(300, answer.ExpiresIn);
        Assert.False(token.Payload.TryGetProperty("cnf", out _));
    }

    [Fact]
    public async Task No_two_tokens_share_an_identifier()
    {
        await using var lab = await TestLab.StartAsync();
        var call = TestCall.Basic(TestClients.Basic, lab.Clients.Secret);

        var first = DecodedJwt.Parse((await lab.SendAsync(call)).AssertIssued().AccessToken);
        var second = DecodedJwt.Parse((await lab.SendAsync(call)).AssertIssued().AccessToken);

        Assert.NotEqual(first.ClaimString("jti"), second.ClaimString("jti"));
    }

    [Theory]
    [InlineData("read", "read")]
    [InlineData("write read", "write read")]
    [InlineData("", "read write")]
    public async Task Scope_is_what_was_asked_for_or_all_there_is(string asked, string granted)
    {
        await using var lab = await TestLab.StartAsync();
        var call = TestCall.Basic(TestClients.Basic, lab.Clients.Secret).And(TokenParameters.Scope, asked);

        Assert.Equal(granted, (await lab.SendAsync(call)).AssertIssued().Scope);
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("read admin")]
    [InlineData("READ")]
    [InlineData("read  write")]
    public async Task Scope_beyond_the_registration_is_refused(string asked)
    {
        await using var lab = await TestLab.StartAsync();
        var call = TestCall.Basic(TestClients.Basic, lab.Clients.Secret).And(TokenParameters.Scope, asked);

        (await lab.SendAsync(call)).AssertRefused(400, OAuthErrors.InvalidScope, Rules.ScopeAllowed.Name);
    }

    [Fact]
    public async Task Client_without_scopes_gets_a_token_without_scope()
    {
        await using var lab = await TestLab.StartWithAsync(new ClientMetadata { ClientId = "c", ClientSecret = "s" });

        var answer = (await lab.SendAsync(TestCall.Basic("c", "s"))).AssertIssued();

        Assert.Null(answer.Scope);
        Assert.Equal(JsonValueKind.Undefined, Claim(answer, "scope").ValueKind);
    }

    private static JsonElement Claim(TokenResponse answer, string name) =>
        DecodedJwt.Parse(answer.AccessToken).Payload.TryGetProperty(name, out var claim) ? claim : default;
}
