using System.Globalization;
using ClientAuth.MockServer.Standalone.Tests.Processes;
using ClientAuth.MockServer.Standalone.Tests.Tokens;

namespace ClientAuth.MockServer.Standalone.Tests.Lab;

/// <summary>The server's clock, moved from outside; each test moves it back.</summary>
[Collection(UntouchedLab.Name)]
public sealed class LabClockTests(RunningLabServer shared)
{
    private const string ClientId = "mobile-app-jwt-symmetric";

    [Fact]
    public async Task An_assertion_expires_when_the_clock_moves_and_lives_again_when_it_moves_back()
    {
        var server = shared.Server;
        var assertion = await AssertionAsync(server);

        Assert.Equal(200, (await server.PostAsync("clock", """{"move_seconds":120}""")).Status);
        Answers.AssertRefused(await Curl.RequestTokenAsync(server.Process, assertion));
        var refused = (await server.GetAsync("exchanges")).Json[0].GetProperty("trace").EnumerateArray().Last();
        Assert.Equal("assertion.exp", refused.GetProperty("check").GetString());

        Assert.Equal(200, (await server.PostAsync("clock", """{"move_seconds":-120}""")).Status);
        Answers.AssertIssued(await Curl.RequestTokenAsync(server.Process, assertion), ClientId);
    }

    [Fact]
    public async Task The_clock_can_be_set()
    {
        var server = shared.Server;

        var set = await server.PostAsync("clock", """{"set":"2031-02-03T04:05:06+01:00"}""");

        var now = DateTimeOffset.Parse(set.Json.GetProperty("now").GetString()!, CultureInfo.InvariantCulture);
        Assert.InRange(now, new(2031, 2, 3, 3, 5, 6, TimeSpan.Zero), new(2031, 2, 3, 3, 10, 0, TimeSpan.Zero));
        Answers.AssertRefused(await Curl.RequestTokenAsync(server.Process, await AssertionAsync(server)));

        await server.PostAsync("clock", $$"""{"set":"{{TimeProvider.System.GetUtcNow():O}}"}""");
        Answers.AssertIssued(await Curl.RequestTokenAsync(server.Process, await AssertionAsync(server)), ClientId);
    }

    private static async Task<(string, string)[]> AssertionAsync(LabServer server)
    {
        var input = SigningInput.Of("""{"alg":"HS256"}""", ClientId, server.Process.Issuer);
        var secret = server.Process.Client(ClientId).Content("client_secret_file");
        return SigningInput.Signed(input, await OpenSsl.HmacSha256Async(secret, input));
    }
}
