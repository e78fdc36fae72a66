using System.Text;
using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Tester;
using ClientAuth.FailureCases.Tester.Usage;
using ClientAuth.MockServer.Faults;

namespace ClientAuth.FailureCases.Tests.Tester;

/// <summary>The tester's command line in front of this project's server: what it says, what it sends, how it ends.</summary>
public sealed class TesterCommandTests(SharedCaseFixture shared)
    : TesterCommandRun(shared),
        IClassFixture<SharedCaseFixture>
{
    [Fact]
    public async Task A_dry_run_says_what_would_be_sent_and_sends_nothing_but_for_the_metadata()
    {
        var code = await RunAsync("--dry-run", "--allow-origin", MtlsOrigin, "--rate", "2");

        Assert.Equal((ExitCodes.Held, ""), (code, Error));
        Assert.Equal(
            ["GET /.well-known/oauth-authorization-server"],
            Server.Exchanges.Snapshot().Select(exchange => $"{exchange.Request.Method} {exchange.Request.Target}")
        );
        var said = Output.ToString();
        Assert.Contains(Server.Metadata.TokenEndpoint, said, StringComparison.Ordinal);
        Assert.Contains(Server.Metadata.MtlsEndpointAliases!.TokenEndpoint, said, StringComparison.Ordinal);
        Assert.Matches(@"Requests  about [\d,]+, 2 in a second: about [\d,]+ min", said);
        Assert.Contains("Dry run: nothing but the metadata was asked for.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoints_at_another_origin_are_named_and_not_asked()
    {
        var code = await RunAsync("--dry-run");

        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains(
            $"mtls_endpoint_aliases.token_endpoint {Server.Metadata.MtlsEndpointAliases!.TokenEndpoint}",
            Error,
            StringComparison.Ordinal
        );
        Assert.EndsWith($"allow them: --allow-origin {MtlsOrigin}\n", Error, StringComparison.Ordinal);
        Assert.Equal("", Output.ToString());
    }

    [Fact]
    public async Task Only_what_is_named_is_run_and_a_program_is_told_the_same()
    {
        LeaveOnly("client_secret_basic", "client_secret_post");

        var cases = await ServerTester.RunAsync(
            [
                "--issuer",
                Server.Issuer,
                "--clients",
                Folder.Write(),
                "--rate",
                "1000",
                "--only",
                "S01",
                "--only",
                "S04",
                "--only",
                "client_secret_basic",
            ],
            TimeProvider.System,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(["S01", "S04"], cases.Select(one => one.Id.Split('.')[0]).Distinct());
        Assert.All(cases, one => Assert.True(one.IsAsExpected, one.Words));
        Assert.All(cases, one => Assert.Equal("client_secret_basic", one.Method));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            ServerTester.RunAsync(
                ["--clients", At("no.json")],
                TimeProvider.System,
                TestContext.Current.CancellationToken
            )
        );
    }

    // What is signed must be what is sent: both say the time, and the clock goes on in between.
    [Fact]
    public async Task Seconds_that_end_while_an_assertion_is_made_do_not_spoil_it()
    {
        LeaveOnly("client_secret_jwt", "private_key_jwt");
        Clock = new RestlessClock();

        Assert.Equal(ExitCodes.Held, await RunAsync("--only", "S06.assertion"));
        Assert.Contains("client-private-key-jwt (private_key_jwt) gets a token", $"{Output}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_asks_for_a_pause_gets_it()
    {
        LeaveOnly("client_secret_basic");
        await RestartAsync(options =>
            options with
            {
                Secrets = new()
                {
                    AuthenticationFailureLimit = 1,
                    AuthenticationFailureWindow = TimeSpan.FromSeconds(1),
                },
            }
        );

        Assert.Equal((ExitCodes.Held, ""), (await RunAsync("--only", "S01"), Error));
        Assert.Contains(Server.Exchanges.Snapshot(), exchange => exchange.Response.Status == 429);
        Assert.Matches(@"[1-9][0-9]* held, 0 failed, 0 another choice, [0-9]+ not applicable\n$", $"{Output}");
    }

    [Fact]
    public async Task A_server_that_has_no_time_leaves_cases_without_a_verdict_and_the_run_has_not_held()
    {
        LeaveOnly("client_secret_basic");
        await RestartAsync(options =>
            options with
            {
                Secrets = new() { AuthenticationFailureLimit = 1, AuthenticationFailureWindow = TimeSpan.FromHours(1) },
            }
        );

        // Its pause would be longer than the tester waits.
        Assert.Equal(ExitCodes.Failed, await RunAsync("--only", "S01", "--only", "S02"));
        Assert.Contains(
            "the server had no time for it, 429 or 503; ask more slowly with --rate",
            $"{Output}",
            StringComparison.Ordinal
        );
        Assert.Contains(" not answered", $"{Output}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_without_an_answer_leaves_its_cases_without_a_verdict_and_the_run_has_not_held()
    {
        LeaveOnly("client_secret_basic");
        Folder.Document.Remove("leave_out");
        Server.Faults.Add(FaultPoint.Introspection, new Fault.Response(503));

        Assert.Equal(ExitCodes.Failed, await RunAsync("--only", "S01", "--only", "E04"));
        Assert.Contains(
            "to the endpoint introspection: the server had no time for it, 429 or 503",
            $"{Output}",
            StringComparison.Ordinal
        );
        Assert.Matches(@"[1-9][0-9]* held, 0 failed, .* [1-9][0-9]* not answered\n", $"{Output}");
    }

    [Fact]
    public async Task Where_nothing_can_be_asked_nothing_has_held()
    {
        LeaveOnly("client_secret_basic");

        Assert.Equal(ExitCodes.Failed, await RunAsync("--only", "J15"));
        Assert.Contains("Nothing was asked, so nothing is known of the server.", $"{Output}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_of_an_authority_that_is_not_trusted_ends_it_before_anything_is_sent()
    {
        File.WriteAllText(At("other.pem"), Fixture.Untrusted.Certificate.ExportCertificatePem());

        var code = await RunAsync("--ca", At("other.pem"));

        Assert.Equal(ExitCodes.NoServer, code);
        Assert.Contains(
            "If its certificate is from a private authority, name that: --ca FILE.",
            Error,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(Server.Exchanges.Snapshot(), exchange => exchange.Response.Status == 200);
    }

    [Theory]
    [InlineData("--rate", "0", "--rate must be a number from 0.1 to 1000")]
    [InlineData("--issuer", "http://localhost", "--issuer: 'http://localhost' is no https URL")]
    [InlineData("--allow-origin", "localhost:1", "--allow-origin: 'localhost:1' is no origin.")]
    [InlineData("--nothing", "x", "Try --help.")]
    [InlineData(
        "--only",
        "J344",
        "--only: 'J344' is no case, section or method. The sections are request-shape, secret,"
    )]
    [InlineData("--json", " ", "--json: the name of the file is empty.")]
    [InlineData("--json", "/dev/null", "--json: '/dev/null' is a pipe or a device; name a file.")]
    public async Task Wrong_use_ends_with_2_and_says_what_to_write(string option, string value, string problem)
    {
        Assert.SkipWhen(
            OperatingSystem.IsWindows() && value.StartsWith("/dev/", StringComparison.Ordinal),
            "Windows has other names for devices."
        );
        var code = await RunAsync(option, value);

        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains(problem, Error, StringComparison.Ordinal);
        Assert.Empty(Server.Exchanges.Snapshot());
    }

    [Fact]
    public async Task A_slip_in_what_is_to_be_left_out_sends_nothing()
    {
        Folder.Document["leave_out"] = new JsonArray("J344");

        var code = await RunAsync();

        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains("leave_out in the clients file: 'J344' is no case", Error, StringComparison.Ordinal);
        Assert.Empty(Server.Exchanges.Snapshot());
    }

    [Fact]
    public async Task A_secret_that_a_windows_tool_has_written_in_UTF_16_is_named()
    {
        LeaveOnly("client_secret_basic");
        foreach (var client in Clients("client_secret_basic"))
        {
            var file = At($"{client["client_secret_file"]}");
            File.WriteAllText(file, File.ReadAllText(file), Encoding.Unicode);
        }

        var code = await RunAsync();

        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains("clients[0].client_secret_file: ", Error, StringComparison.Ordinal);
        Assert.Contains("is UTF-16; save it as UTF-8 without a byte-order mark.", Error, StringComparison.Ordinal);
    }

    // Each time it is read, it is another second, and never more than three ahead.
    private sealed class RestlessClock : TimeProvider
    {
        private int _reads;

        public override DateTimeOffset GetUtcNow() =>
            base.GetUtcNow().AddSeconds(Interlocked.Increment(ref _reads) % 3);
    }
}
