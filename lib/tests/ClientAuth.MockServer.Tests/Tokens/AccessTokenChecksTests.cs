using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Tokens;

/// <summary>Each thing that can be wrong with a token, in a token that is otherwise the server's own (RFC 9068 §4).</summary>
public sealed class AccessTokenChecksTests
{
    private static readonly Dictionary<string, (string Check, Action<TestAssertion> Spoil)> Spoiled = new()
    {
        ["no typ"] = (Rules.TokenType.Name, t => t.Header.Remove("typ")),
        ["typ of an assertion"] = (Rules.TokenType.Name, t => t.Header["typ"] = "client-authentication+jwt"),
        ["alg none"] = (Rules.TokenSignature.Name, t => t.Header["alg"] = "none"),
        ["alg of a MAC"] = (Rules.TokenSignature.Name, t => t.Header["alg"] = "HS256"),
        ["other issuer"] = (Rules.TokenIssuer.Name, t => t.Claims["iss"] = "https://other.example"),
        ["no issuer"] = (Rules.TokenIssuer.Name, t => t.Claims.Remove("iss")),
        ["other audience"] = (Rules.TokenAudience.Name, t => t.Claims["aud"] = "https://other.example"),
        ["no exp"] = (Rules.TokenLifetime.Name, t => t.Claims.Remove("exp")),
        ["exp as a string"] = (Rules.TokenLifetime.Name, t => t.Claims["exp"] = "4102444800"),
        ["exp now"] = (Rules.TokenLifetime.Name, t => t.Claims["exp"] = t.Claims["iat"]),
        ["nbf ahead"] = (Rules.TokenLifetime.Name, t => t.Claims["nbf"] = t.Claims["exp"]),
        ["cnf that is text"] = (Rules.TokenConfirmation.Name, t => t.Claims["cnf"] = "x5t#S256"),
        ["cnf of a kind unknown"] = (Rules.TokenConfirmation.Name, t => t.Claims["cnf"] = Member("x5t", "abc")),
        ["cnf that is no string"] = (Rules.TokenCertificate.Name, t => t.Claims["cnf"] = Member("x5t#S256", 1)),
        ["unknown client"] = (Rules.TokenClient.Name, t => t.Claims["client_id"] = "nobody"),
        ["no client"] = (Rules.TokenClient.Name, t => t.Claims.Remove("client_id")),
        ["no jti"] = (Rules.TokenLive.Name, t => t.Claims.Remove("jti")),
        ["no scope"] = (Rules.TokenScope.Name, t => t.Claims.Remove("scope")),
        ["scope within a word"] = (Rules.TokenScope.Name, t => t.Claims["scope"] = "reader"),
    };

    public static TheoryData<string> Cases() => [.. Spoiled.Keys];

    [Fact]
    public async Task Token_like_the_own_ones_is_good()
    {
        await using var mint = await TokenMint.OpenAsync();

        var answer = await mint.Lab.SendAsync(TestCall.Bearing(mint.Draft().Sign(mint.Key)));

        Assert.Equal((200, """{"client_id":"basic","scope":"read"}"""), (answer.Status, answer.Body));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Spoiled_token_fails_the_check_that_is_made_for_it(string name)
    {
        await using var mint = await TokenMint.OpenAsync();
        var (check, spoil) = Spoiled[name];
        var draft = mint.Draft();
        spoil(draft);

        var answer = await mint.Lab.SendAsync(TestCall.Bearing(draft.Sign(mint.Key)));

        var (status, error) = check == Rules.TokenScope.Name ? (403, "insufficient_scope") : (401, "invalid_token");
        answer.AssertChallenged(status, error, check);
    }

    [Fact]
    public async Task Signature_of_another_key_is_none()
    {
        await using var mint = await TokenMint.OpenAsync();

        var answer = await mint.Lab.SendAsync(TestCall.Bearing(mint.Draft().Sign(mint.Lab.Clients.Key)));

        answer.AssertChallenged(401, "invalid_token", Rules.TokenSignature.Name);
    }

    [Fact]
    public async Task Token_dies_with_its_client()
    {
        await using var mint = await TokenMint.OpenAsync();
        var call = TestCall.Bearing(mint.Draft().Sign(mint.Key));
        Assert.Equal(200, (await mint.Lab.SendAsync(call)).Status);

        mint.Lab.Server.Clients.Remove(TestClients.Basic);

        (await mint.Lab.SendAsync(call)).AssertChallenged(401, "invalid_token", Rules.TokenClient.Name);
    }

    [Fact]
    public async Task Token_of_a_key_is_no_bearer_token_and_a_bearer_token_needs_no_key()
    {
        await using var mint = await TokenMint.OpenAsync();
        var bound = mint.Draft();
        bound.Claims["cnf"] = Member("jkt", new string('A', 43));

        var bare = await mint.Lab.SendAsync(TestCall.Bearing(bound.Sign(mint.Key)));
        var dressed = await mint.Lab.SendAsync(TestCall.Bearing(mint.Draft().Sign(mint.Key), "DPoP"));

        Assert.Equal((401, Rules.TokenScheme.Name), (bare.Status, bare.Exchange.Trace.Failure?.Check));
        Assert.Equal((401, Rules.TokenScheme.Name), (dressed.Status, dressed.Exchange.Trace.Failure?.Check));
    }

    [Fact]
    public async Task Thumbprint_in_any_other_form_is_of_no_certificate()
    {
        await using var mint = await TokenMint.OpenAsync();
        var certificate = mint.Lab.Clients.Certificate;
        var hash = SHA256.HashData(certificate.RawData);
        var right = Base64Url.EncodeToString(hash);
        var sha1 = Base64Url.EncodeToString(certificate.GetCertHash());
        string[] wrong =
        [
            Convert.ToHexStringLower(hash),
            Convert.ToBase64String(hash),
            right + "=",
            sha1,
            HexAsText(hash),
        ];

        Assert.Equal(200, (await SendAsync(right)).Status);
        foreach (var thumbprint in wrong)
        {
            (await SendAsync(thumbprint)).AssertChallenged(401, "invalid_token", Rules.TokenCertificate.Name);
        }

        async Task<TestAnswer> SendAsync(string thumbprint)
        {
            var draft = mint.Draft();
            draft.Claims["cnf"] = Member("x5t#S256", thumbprint);
            return await mint.Lab.SendAsync(TestCall.Bearing(draft.Sign(mint.Key)) with { Certificate = certificate });
        }
    }

    private static string HexAsText(byte[] hash) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash)));

    private static Dictionary<string, object> Member(string name, object value) => new() { [name] = value };
}
