using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Tests.Registrations;

/// <summary>A registration without a key that the server knows: the trace names a key that is there, so that nobody looks for a lost one.</summary>
public sealed class RegistrationKeysTests(SharedLab shared) : IClassFixture<SharedLab>
{
    private const string Long =
        "a name of a kind of key that is longer than what a line of a trace shows of any value that a client has sent to the server";

    [Theory]
    [InlineData("", "none")]
    [InlineData("""{"kty":"EC","crv":"secp256r1"}""", "1 key, of no known curve: crv 'secp256r1'")]
    [InlineData("""{"kty":"EC"}""", "1 key, of no known curve: crv nothing")]
    [InlineData("""{"kty":"OKP"}""", "1 key, of a kind that this server does not use: kty 'OKP'")]
    [InlineData("""{"kty":"O\u0000P"}""", "1 key, of a kind that this server does not use: kty 'O\ufffdP'")]
    [InlineData(
        """{"kty":"OKP","crv":"Ed25519"},{"kty":"EC","crv":"K"}""",
        "2 keys, none of a kind and curve that this server uses; the first: kty 'OKP', crv 'Ed25519'"
    )]
    [InlineData("""{"kty":"EC","crv":"P-256"},{"kty":"OKP"}""", null)]
    public async Task Trace_says_which_key_was_seen(string keys, string? seen)
    {
        using var registrant = new Registrant(shared.Lab);

        var answer = await registrant.RegisterAsync(
            $$$"""{"token_endpoint_auth_method":"private_key_jwt","jwks":{"keys":[{{{keys}}}]}}"""
        );

        var decision = Assert.Single(answer.Exchange.Trace.Decisions, it => it.Check == Rules.RegisteredKeys.Name);
        Assert.Equal(seen is null ? Verdict.Passed : Verdict.Failed, decision.Verdict);
        Assert.Equal(seen ?? "1", decision.Seen);
    }

    [Fact]
    public async Task A_value_of_any_length_is_cut()
    {
        using var registrant = new Registrant(shared.Lab);

        var answer = await registrant.RegisterAsync(
            $$$"""{"token_endpoint_auth_method":"private_key_jwt","jwks":{"keys":[{"kty":"{{{Long}}}"}]}}"""
        );

        Assert.EndsWith($": kty '{Long[..120]}…'", answer.Exchange.Trace.Failure?.Seen, StringComparison.Ordinal);
    }
}
