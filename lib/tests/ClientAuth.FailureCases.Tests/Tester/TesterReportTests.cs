using System.Text.Json.Nodes;
using System.Xml.Linq;
using ClientAuth.FailureCases.Tester.Usage;

namespace ClientAuth.FailureCases.Tests.Tester;

/// <summary>What a run of the tester writes: the table on the terminal, JSON, JUnit XML and the page, and no secret in any of them.</summary>
public sealed class TesterReportTests(SharedCaseFixture shared)
    : TesterCommandRun(shared),
        IClassFixture<SharedCaseFixture>
{
    [Fact]
    public async Task A_run_ends_with_0_and_its_reports_hold_no_secret()
    {
        LeaveOnly("client_secret_basic", "client_secret_jwt");

        var code = await RunAsync("--json", At("r.json"), "--junit", At("r.xml"), "--html", At("r.html"));

        Assert.Equal((ExitCodes.Held, ""), (code, Error));
        var report = JsonNode.Parse(File.ReadAllText(At("r.json")))!;
        Assert.True(report["all_held"]!.GetValue<bool>(), Output.ToString());
        var cases = report["cases"]!.AsArray();
        Assert.Equal(Server.Exchanges.Snapshot().Count, report["requests"]!.GetValue<int>());
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
            Output.ToString(),
            .. new[] { "r.json", "r.xml", "r.html" }.Select(At).Select(File.ReadAllText),
        ];
        Assert.All(
            written,
            text => Assert.All(Fixture.Secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal))
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
        Assert.Contains($"{failed.Count} failed", Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_without_a_token_is_told_and_its_cases_are_left_out()
    {
        LeaveOnly("client_secret_basic");
        Variables["TEST_SECRET"] = "not the secret of this client";
        foreach (var client in Clients("client_secret_basic"))
        {
            client.Remove("client_secret_file");
            client["client_secret_env"] = "TEST_SECRET";
        }

        var code = await RunAsync();

        Assert.Equal(ExitCodes.Failed, code);
        Assert.Contains(
            "client-client-secret-basic (client_secret_basic) gets no token: 401 invalid_client.",
            Output.ToString(),
            StringComparison.Ordinal
        );
        Assert.Contains("the good request of its client gets no token", Output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Variables["TEST_SECRET"], Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_report_is_not_replaced()
    {
        File.WriteAllText(At("notes.txt"), "my own notes");

        var code = await RunAsync("--json", At("notes.txt"));

        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains("is no report of an earlier run, and would be replaced", Error, StringComparison.Ordinal);
        Assert.Equal("my own notes", File.ReadAllText(At("notes.txt")));
        Assert.Empty(Server.Exchanges.Snapshot());
    }
}
