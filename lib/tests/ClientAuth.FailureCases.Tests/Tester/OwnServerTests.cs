using ClientAuth.FailureCases.Requests;
using ClientAuth.FailureCases.Tester.Plan;
using ClientAuth.FailureCases.Tester.Verdicts;

namespace ClientAuth.FailureCases.Tests.Tester;

/// <summary>
/// The tester in front of this project's own server, over TLS: with every defence on all holds, and with one switched off it finds the
/// cases that this defence stops, and no other. What the server answered is taken from the server's own record, not from the tester.
/// </summary>
public sealed class OwnServerTests(TestedOwnServer own)
{
    // Without CLIENT_AUTH_CHECKS=all, so many of the runs are made; which ones, never changes.
    private const int EachNth = 30;

    private static readonly string[] FewChecks =
    [
        "request.single_mechanism",
        "secret.value",
        "assertion.sub",
        "assertion.jti_unused",
        "certificate.registered",
        "dpop.htm",
        "token.visible",
    ];

    // With a nonce, which this server gives, a server need not look at iat (RFC 9449 §4.3 (11)): the tester has no verdict.
    private static readonly string[] DatedByNonce = ["E07.future-iat private_key_jwt"];

    // Checks that no answer would miss, and the ones behind them that refuse the same requests alike.
    private static readonly Dictionary<string, string> StoppedByAnotherCheck = new()
    {
        ["assertion.key"] = "assertion.signature",
        ["client.id_agrees"] = "assertion.signature, secret.value",
        // An unknown client is verified as a decoy, so that the time does not tell that it is none.
        ["client.known"] = "assertion.signature, certificate.chain, certificate.subject, secret.value",
        // What is no token is not active, whatever checks it.
        ["token.format"] = "",
    };

    [Fact]
    public async Task Everything_holds_at_a_server_with_all_defences()
    {
        var runs = own.Plan.Sent.Where((_, index) => RequiredTools.AllPromised || index % EachNth == 0).ToList();
        Assert.NotEmpty(runs);

        var others = new List<string>();
        foreach (var run in runs)
        {
            var (verdict, _) = await own.AllOnAsync(run);
            if (verdict.Verdict != ServerVerdict.Held)
            {
                others.Add($"{verdict}, {verdict.Detail}");
            }
        }

        AssertNone(others);
    }

    [Fact]
    public async Task A_defence_that_is_switched_off_is_found_by_exactly_the_cases_that_it_stops()
    {
        var checks = own
            .Plan.Sent.SelectMany(ChecksOf)
            .Distinct()
            .Where(check => RequiredTools.AllPromised || FewChecks.Contains(check))
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.Equal(RequiredTools.AllPromised ? checks : [.. FewChecks.Order(StringComparer.Ordinal)], checks);

        var problems = new List<string>();
        foreach (var check in checks)
        {
            var (stopped, found, behind) = await SwitchOffAsync(check);
            problems.AddRange(
                stopped
                    .Except(found)
                    .Except(DatedByNonce)
                    .Select(run => $"{check} stops {run}, and the tester does not notice")
            );
            problems.AddRange(
                found.Except(stopped).Select(run => $"{check} does not stop {run}, and the tester says so")
            );
            if (found.Count == 0 && behind != StoppedByAnotherCheck.GetValueOrDefault(check))
            {
                problems.Add($"{check} is missed by no case: without it, {behind} refuses them");
            }
        }

        AssertNone(problems);
        TestContext.Current.TestOutputHelper?.WriteLine($"{checks.Count} defences, one after the other");
    }

    [Fact]
    public async Task A_server_that_gives_nonces_need_not_look_at_the_iat_of_a_proof()
    {
        var run = own.Plan.Sent.Single(run => run.Case.Id == "E07.future-iat");

        var (verdict, _) = await own.RunAsync(run, switchedOff: "dpop.iat");

        Assert.Equal(ServerVerdict.NotApplicable, verdict.Verdict);
        Assert.Equal(
            "the server tells the age of a proof by its nonce, as it may, and not by iat (RFC 9449 §4.3 (11))",
            verdict.Detail
        );
    }

    // The cases that name the check, and some that do not, in which nothing may change.
    private async Task<(List<string> Stopped, List<string> Found, string Behind)> SwitchOffAsync(string check)
    {
        var naming = own.Plan.Sent.Where(run => ChecksOf(run).Contains(check)).ToList();
        var others = own.Plan.Sent.Except(naming).Where((_, index) => index % 200 == check.Length % 200);
        var (stopped, found) = (new List<string>(), new List<string>());
        var behind = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var run in naming.Concat(others))
        {
            var on = await own.AllOnAsync(run);
            var off = await own.RunAsync(run, check);
            behind.UnionWith(naming.Contains(run) ? own.FailingChecks : []);
            // The tester ends a case early once something was accepted: what was recorded until then is compared.
            if (!Settled(run, off.Recorded).SequenceEqual(Settled(run, on.Recorded)))
            {
                stopped.Add($"{run.Case.Id} {run.Method}");
            }

            if (off.Verdict.IsDifference)
            {
                found.Add($"{run.Case.Id} {run.Method}");
            }
        }

        return (stopped, found, string.Join(", ", behind));
    }

    // What the server answered, without the choices that specifications leave it: the tester takes one for as good as the other.
    private static IEnumerable<string> Settled(PlannedRun run, IReadOnlyList<string> recorded)
    {
        var (expect, endpoint) = (run.Case.Expect, run.Case.Endpoint);
        string[] codes = [.. expect.OtherErrors ?? [], expect.Error ?? ""];
        return recorded.Select(answer =>
            (expect.OtherErrors is not null && codes.Contains(answer.Split(' ')[^1]))
            || (expect.Status == 405 && endpoint == EndpointNames.Token && answer.StartsWith('4'))
                ? "refused"
                : answer
        );
    }

    // Whole lines, where a string would be cut short.
    private static void AssertNone(IReadOnlyList<string> problems) =>
        Assert.True(problems is [], string.Join('\n', problems));

    private static IEnumerable<string> ChecksOf(PlannedRun run) =>
        run
            .Case.Before.Concat(run.Case.After ?? [])
            .OfType<Steps.RequestStep>()
            .Select(step => step.Expect?.Check)
            .Append(run.Case.Expect.Check)
            .OfType<string>();
}
