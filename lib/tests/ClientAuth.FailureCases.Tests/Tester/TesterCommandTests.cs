using System.Text.Json.Nodes;
using System.Xml.Linq;
using ClientAuth.FailureCases.Tester;
using ClientAuth.FailureCases.Tester.Usage;
using ClientAuth.MockServer;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Tests.Tester;

/// <summary>The tester's command line in front of this project's server: what it says, what it sends, what it writes, how it ends.</summary>
public sealed class TesterCommandTests(SharedCaseFixture shared) : IClassFixture<SharedCaseFixture>, IAsyncLifetime
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly Dictionary<string, string> _variables = [];
    private TimeProvider _clock = TimeProvider.System;
    private ClientsFolder _folder = null!;
    private MockAuthorizationServer _server = null!;
    private Func<AuthorizationServerOptions, AuthorizationServerOptions> _alter = options => options;

    public async ValueTask InitializeAsync()
    {
        _folder = new ClientsFolder(shared.Fixture);
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_sent_and_sends_nothing_but_for_the_metadata()
    {
        var code = await RunAsync("--dry-run", "--allow-origin", MtlsOrigin, "--rate", "2");

        Assert.Equal((ExitCodes.Held, ""), (code, _error.ToString()));
        Assert.Equal(
            ["GET /.well-known/oauth-authorization-server"],
            _server.Exchanges.Snapshot().Select(exchange => $"{exchange.Request.Method} {exchange.Request.Target}")
        );
        var said = _output.ToString();
        Assert.Contains(_server.Metadata.TokenEndpoint, said, StringComparison.Ordinal);
        Assert.Contains(_server.Metadata.MtlsEndpointAliases!.TokenEndpoint, said, StringComparison.Ordinal);
        Assert.Matches(@"Requests  at most \d+, 2 in a second: up to \d+ min", said);
        Assert.Contains("Dry run: nothing but the metadata was asked for.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoints_at_another_origin_are_named_and_not_asked()
    {
        var code = await RunAsync("--dry-run");

        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains(
            $"mtls_endpoint_aliases.token_endpoint {_server.Metadata.MtlsEndpointAliases!.TokenEndpoint}",
            _error.ToString(),
            StringComparison.Ordinal
        );
        Assert.EndsWith($"allow them: --allow-origin {MtlsOrigin}\n", Error, StringComparison.Ordinal);
        Assert.Equal("", _output.ToString());
    }

    [Fact]
    public async Task A_run_ends_with_0_and_its_reports_hold_no_secret()
    {
        LeaveOnly("client_secret_basic", "client_secret_jwt");

        var code = await RunAsync("--json", At("r.json"), "--junit", At("r.xml"), "--html", At("r.html"));

        Assert.Equal((ExitCodes.Held, ""), (code, Error));
        var report = JsonNode.Parse(File.ReadAllText(At("r.json")))!;
        Assert.True(report["all_held"]!.GetValue<bool>(), _output.ToString());
        var cases = report["cases"]!.AsArray();
        Assert.Equal(_server.Exchanges.Snapshot().Count, report["requests"]!.GetValue<int>());
        Assert.Contains(
            cases,
            one =>
                one!["case"]!.ToString() == "S01"
                && one["words"]!.ToString() == "refused as it must be"
                && one["expected"]!.ToString() == "401 invalid_client"
                && one["got"]!.ToString() == "401 invalid_client"
        );
        var suites = XDocument.Load(At("r.xml")).Root!.Elements().ToList();
        Assert.Equal(cases.Count, suites.Skip(1).Elements("testcase").Count());
        Assert.Empty(suites.Elements("testcase").Elements("failure"));
        Assert.Contains("<table class=\"matrix\">", File.ReadAllText(At("r.html")), StringComparison.Ordinal);

        string[] written =
        [
            _output.ToString(),
            .. new[] { "r.json", "r.xml", "r.html" }.Select(At).Select(File.ReadAllText),
        ];
        Assert.All(
            written,
            text =>
                Assert.All(
                    shared.Fixture.Secrets,
                    secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal)
                )
        );
        // No assertion and no token: both begin like this.
        Assert.All(written, text => Assert.DoesNotContain("eyJ", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_takes_what_it_must_refuse_ends_the_run_with_1_and_stands_in_every_report()
    {
        LeaveOnly("client_secret_basic");
        await RestartAsync(options => options with { NewTrace = () => new BlindTrace("secret.value") });

        var code = await RunAsync("--json", At("r.json"), "--junit", At("r.xml"), "--html", At("r.html"));

        Assert.Equal((ExitCodes.Failed, ""), (code, Error));
        var failed = JsonNode.Parse(File.ReadAllText(At("r.json")))!["cases"]!
            .AsArray()
            .Where(one => one!["failed"]!.GetValue<bool>())
            .Select(one => $"{one!["case"]}: {one["words"]}, got {one["got"]}")
            .ToList();
        Assert.Contains("S01: accepted though it must not be, got 200 token", failed);
        Assert.Equal(failed.Count, XDocument.Load(At("r.xml")).Descendants("failure").Count());
        Assert.Contains("accepted though it must not be", File.ReadAllText(At("r.html")), StringComparison.Ordinal);
        Assert.Contains($"{failed.Count} failed", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_without_a_token_is_told_and_its_cases_are_left_out()
    {
        LeaveOnly("client_secret_basic");
        _variables["TEST_SECRET"] = "not the secret of this client";
        foreach (var client in Clients("client_secret_basic"))
        {
            client.Remove("client_secret_file");
            client["client_secret_env"] = "TEST_SECRET";
        }

        var code = await RunAsync();

        Assert.Equal(ExitCodes.Failed, code);
        Assert.Contains(
            "client-client-secret-basic (client_secret_basic) gets no token: 401 invalid_client.",
            _output.ToString(),
            StringComparison.Ordinal
        );
        Assert.Contains("the good request of its client gets no token", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(_variables["TEST_SECRET"], _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_is_named_is_run_and_a_program_is_told_the_same()
    {
        LeaveOnly("client_secret_basic");

        var cases = await ServerTester.RunAsync(
            [
                "--issuer",
                _server.Issuer,
                "--clients",
                _folder.Write(),
                "--rate",
                "1000",
                "--only",
                "S01",
                "--only",
                "S04",
            ],
            TimeProvider.System,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(["S01", "S04"], cases.Select(one => one.Id.Split('.')[0]).Distinct());
        Assert.All(cases, one => Assert.True(one.IsAsExpected, one.Words));
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
        _clock = new RestlessClock();

        Assert.Equal(ExitCodes.Held, await RunAsync("--only", "A01", "--only", "private_key_jwt"));
        Assert.Contains(
            "client-private-key-jwt (private_key_jwt) gets a token",
            $"{_output}",
            StringComparison.Ordinal
        );
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
        Assert.Contains(_server.Exchanges.Snapshot(), exchange => exchange.Response.Status == 429);
    }

    [Fact]
    public async Task A_certificate_of_an_authority_that_is_not_trusted_ends_it_before_anything_is_sent()
    {
        File.WriteAllText(At("other.pem"), shared.Fixture.Untrusted.Certificate.ExportCertificatePem());

        var code = await RunAsync("--ca", At("other.pem"));

        Assert.Equal(ExitCodes.NoServer, code);
        Assert.Contains("Name the authority of a private certificate: --ca FILE.", Error, StringComparison.Ordinal);
        Assert.DoesNotContain(_server.Exchanges.Snapshot(), exchange => exchange.Response.Status == 200);
    }

    [Fact]
    public async Task A_file_that_is_no_report_is_not_replaced()
    {
        File.WriteAllText(At("notes.txt"), "my own notes");

        var code = await RunAsync("--json", At("notes.txt"));

        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains("is no report of an earlier run, and would be replaced", Error, StringComparison.Ordinal);
        Assert.Equal("my own notes", File.ReadAllText(At("notes.txt")));
        Assert.Empty(_server.Exchanges.Snapshot());
    }

    [Theory]
    [InlineData("--rate", "0", "--rate must be a number from 0.1 to 1000")]
    [InlineData("--issuer", "http://localhost", "--issuer: 'http://localhost' is no https URL")]
    [InlineData("--allow-origin", "localhost:1", "--allow-origin: 'localhost:1' is no origin.")]
    [InlineData("--nothing", "x", "Try --help.")]
    public async Task Wrong_use_ends_with_2_and_says_what_to_write(string option, string value, string problem)
    {
        var code = await RunAsync(option, value);

        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains(problem, Error, StringComparison.Ordinal);
        Assert.Empty(_server.Exchanges.Snapshot());
    }

    private string Error => _error.ToString().ReplaceLineEndings("\n");

    private string MtlsOrigin =>
        new Uri(_server.Metadata.MtlsEndpointAliases!.TokenEndpoint).GetLeftPart(UriPartial.Authority);

    private string At(string name) => _folder.PathOf(name);

    private async Task<int> RunAsync(params string[] more)
    {
        string[] issuer = more.Contains("--issuer") ? [] : ["--issuer", _server.Issuer];
        string[] rate = more.Contains("--rate") ? [] : ["--rate", "1000"];
        return await new TesterCommand(_clock, _output, _error, name => _variables.GetValueOrDefault(name)).RunAsync(
            [.. issuer, .. rate, "--clients", _folder.Write(), .. more],
            TestContext.Current.CancellationToken
        );
    }

    private IEnumerable<JsonObject> Clients(string method) =>
        _folder.Document["clients"]!
            .AsArray()
            .OfType<JsonObject>()
            .Where(client => client["token_endpoint_auth_method"]!.ToString() == method);

    // The secrets' own section, and clients of some methods.
    private void LeaveOnly(params string[] methods)
    {
        foreach (var method in TokenEndpointAuthMethods.All.Except(methods))
        {
            foreach (var client in Clients(method).ToList())
            {
                _folder.Document["clients"]!.AsArray().Remove(client);
            }
        }

        _folder.Document["leave_out"] = new JsonArray(
            "request-shape",
            "assertion",
            "algorithms-and-keys",
            "endpoints",
            "dpop"
        );
    }

    private async Task RestartAsync(Func<AuthorizationServerOptions, AuthorizationServerOptions> alter)
    {
        await _server.DisposeAsync();
        _alter = alter;
        await StartAsync();
    }

    private async Task StartAsync()
    {
        var fixture = shared.Fixture;
        var options = fixture.Options(TimeProvider.System, [.. fixture.Clients.Registrations]);
        options = options with { Secrets = options.Secrets with { AuthenticationFailureLimit = int.MaxValue } };
        _server = await MockAuthorizationServer.StartAsync(_alter(options), TestContext.Current.CancellationToken);
    }

    // Each time it is read, it is another second, and never more than three ahead.
    private sealed class RestlessClock : TimeProvider
    {
        private int _reads;

        public override DateTimeOffset GetUtcNow() =>
            base.GetUtcNow().AddSeconds(Interlocked.Increment(ref _reads) % 3);
    }
}
