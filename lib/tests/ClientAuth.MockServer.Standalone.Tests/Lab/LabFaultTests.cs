using ClientAuth.MockServer.Standalone.Tests.Processes;
using ClientAuth.MockServer.Standalone.Tests.Tokens;

namespace ClientAuth.MockServer.Standalone.Tests.Lab;

/// <summary>What another process can do to the server, and what a client of it meets then.</summary>
public sealed class LabFaultTests(RunningLabServer shared) : IClassFixture<RunningLabServer>
{
    private const int CurlSslConnectError = 35;
    private const int CurlPartialFile = 18;
    private const int CurlGotNothing = 52;
    private const int CurlReceiveError = 56;

    [Fact]
    public async Task A_scripted_answer_strikes_as_often_as_it_was_told_and_no_more()
    {
        await using var server = await LabServer.StartAsync();

        var scripted = await server.PostAsync(
            "faults",
            """{"at":"token","fault":"answer","status":503,"body":"busy","content_type":"text/plain","headers":{"Retry-After":"30"},"times":1}"""
        );

        Assert.Equal(200, scripted.Status);
        Assert.Equal(
            """{"faults":[{"at":"token","fault":"answers 503 instead, before the endpoint acts","times":1}],"seen":{}}""",
            scripted.Body
        );
        var struck = await AskAsync(server);
        Assert.Equal((503, "busy"), (struck.Status, struck.Body));
        Assert.Equal(["30"], struck.Headers["Retry-After"]);
        Answers.AssertIssued(await AskAsync(server), "mobile-app-secret-post");
        Assert.Equal("""{"faults":[],"seen":{"token":1}}""", (await server.GetAsync("faults")).Body);
    }

    [Theory]
    [InlineData("""{"at":"token","fault":"reset","times":1}""", CurlReceiveError, CurlGotNothing)]
    [InlineData("""{"at":"token","fault":"truncated","length":10,"times":1}""", CurlPartialFile, CurlReceiveError)]
    [InlineData(
        """{"at":"connection","fault":"refused_handshake","alert":"handshake_failure","times":1}""",
        CurlSslConnectError,
        CurlSslConnectError
    )]
    [InlineData(
        """{"at":"connection","fault":"refused_handshake","times":1}""",
        CurlSslConnectError,
        CurlSslConnectError
    )]
    public async Task Curl_meets_a_broken_connection(string json, int exitCode, int orExitCode)
    {
        var server = shared.Server;
        Assert.Equal(200, (await server.PostAsync("faults", json)).Status);

        var result = await Curl.RunAsync(server.Process, server.Process.TokenEndpoint, Request(server));

        Assert.Contains(result.ExitCode, (int[])[exitCode, orExitCode]);
        Answers.AssertIssued(await AskAsync(server), "mobile-app-secret-post");
    }

    [Fact]
    public async Task A_late_answer_waits_until_it_is_released_from_outside()
    {
        var server = shared.Server;
        await server.PostAsync("faults", """{"at":"token","fault":"late","times":1}""");
        var asking = AskAsync(server);

        while (!asking.IsCompleted)
        {
            Assert.Equal(200, (await server.PostAsync("release", "{}")).Status);
        }

        Answers.AssertIssued(await asking, "mobile-app-secret-post");
    }

    [Fact]
    public async Task Clearing_makes_the_server_well_again()
    {
        var server = shared.Server;
        await server.PostAsync("faults", """{"at":"jwks","fault":"answer","status":404}""");
        var jwks = server.Process.Manifest.GetProperty("jwks_uri").GetString()!;
        Assert.Equal(404, CurlResponse.Parse((await Curl.RunAsync(server.Process, jwks)).Succeeded()).Status);

        var cleared = (await server.DeleteAsync("faults")).Json;
        Assert.Empty(cleared.GetProperty("faults").EnumerateArray());
        Assert.Equal(1, cleared.GetProperty("seen").GetProperty("jwks").GetInt32());

        Assert.Equal(200, CurlResponse.Parse((await Curl.RunAsync(server.Process, jwks)).Succeeded()).Status);
    }

    [Fact]
    public async Task Exchanges_tell_what_the_server_saw_and_no_secret()
    {
        var server = shared.Server;
        await server.DeleteAsync("exchanges");
        var secret = server.Process.Client("mobile-app-secret-post").Content("client_secret_file");
        var issued = await AskAsync(server);
        await Curl.RequestTokenAsync(
            server.Process,
            $"{server.Process.TokenEndpoint}?client_secret={secret}",
            ("data", "client_id=x")
        );

        var shown = await server.GetAsync("exchanges");

        var exchanges = shown.Json.EnumerateArray().ToList();
        Assert.Equal(["/token", "/token"], exchanges.Select(one => one.GetProperty("path").GetString()));
        Assert.Equal([200, 400], exchanges.Select(one => one.GetProperty("status").GetInt32()));
        var failed = exchanges[1].GetProperty("trace").EnumerateArray().Last();
        Assert.Equal("request.query", failed.GetProperty("check").GetString());
        Assert.Equal("failed", failed.GetProperty("verdict").GetString());
        Assert.DoesNotContain(secret, shown.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(
            issued.Json.GetProperty("access_token").GetString()!,
            shown.Body,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(server.Token, shown.Body, StringComparison.Ordinal);
        Assert.Equal("[]", (await server.DeleteAsync("exchanges")).Body);
    }

    private static Task<CurlResponse> AskAsync(LabServer server) =>
        Curl.RequestTokenAsync(server.Process, Request(server)[1..]);

    private static (string, string)[] Request(LabServer server) =>
        [
            ("data", "grant_type=client_credentials"),
            ("data-urlencode", "client_id=mobile-app-secret-post"),
            (
                "data-urlencode",
                $"client_secret@{server.Process.Client("mobile-app-secret-post").Text("client_secret_file")}"
            ),
        ];
}
