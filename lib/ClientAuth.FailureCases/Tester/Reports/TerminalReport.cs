using System.Globalization;
using ClientAuth.FailureCases.Tester.Clients;
using ClientAuth.FailureCases.Tester.Plan;
using ClientAuth.FailureCases.Tester.Verdicts;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Discovery;

namespace ClientAuth.FailureCases.Tester.Reports;

/// <summary>What the terminal shows: the plan before anything is sent, a line for each case, and the summary.</summary>
/// <param name="output">The terminal.</param>
internal sealed class TerminalReport(TextWriter output)
{
    /// <summary>What will be sent where, how much and how fast.</summary>
    public void Announce(
        AuthorizationServerMetadata metadata,
        TestedClients clients,
        TestPlan plan,
        double rate,
        bool isDryRun
    )
    {
        var all = clients.Fixture.Clients.All.ToList();
        var goodOnes = all.Count(client => client.Method != TokenEndpointAuthMethods.None);
        var requests = plan.Requests + goodOnes;
        var minutes = Math.Max(1, (int)Math.Ceiling(requests / rate / 60));
        Line($"Server    {metadata.Issuer}");
        Line($"Clients   {string.Join(", ", all.Select(client => $"{client.Id} ({client.Method})"))}");
        foreach (var (index, address) in EndpointList.Of(metadata).Index())
        {
            Line($"{(index == 0 ? "Asks" : ""), -8}  {address}");
        }

        Line(
            $"Cases     {Number(plan.Sent.Count())} runs of {Number(plan.Sent.Select(run => run.Case.Id).Distinct().Count())} cases; "
                + $"{Number(plan.Runs.Count - plan.Sent.Count())} runs are not applicable"
        );
        Line(
            $"Requests  about {Number(requests)}, {rate.ToString("0.##", CultureInfo.InvariantCulture)} in a second: "
                + $"about {Number(minutes)} min, longer where the server asks for a pause"
        );
        Line("          Most of them must be refused. A server may lock a client for that, or raise an alarm.");
        Line("          No secret, assertion or token is written to the terminal or to a report.");
        if (isDryRun)
        {
            Line("Dry run: nothing but the metadata was asked for.");
        }
    }

    /// <summary>Whether the good request of each client works.</summary>
    public void Clients(IReadOnlyList<ClientCheck> clients)
    {
        output.WriteLine();
        foreach (var client in clients)
        {
            Line(
                client.Works
                    ? $"{client.ClientId} ({client.Method}) gets a token"
                    : $"{client.ClientId} ({client.Method}) gets no token: {client.Got}. Its cases are left out; check the clients file."
            );
        }

        output.WriteLine();
        Row("case", "method", "expected", "got", "verdict");
    }

    /// <summary>A case that was asked. Those that are not applicable are counted at the end.</summary>
    public void Case(CaseVerdict verdict)
    {
        if (verdict.IsAsked)
        {
            Row(verdict.Case.Id, verdict.Method, verdict.Expected, verdict.Got, verdict.Words);
        }
    }

    public void End(TestReport report)
    {
        Differences("Failed: a specification settles these", report.Failures);
        Differences("Another choice: no specification settles these", report.Choices);
        output.WriteLine();
        Line("Not applicable, or not answered:");
        foreach (var (reason, runs) in Summary.Unasked(report))
        {
            Line($"  {Number(runs), 5}  {reason}");
        }

        output.WriteLine();
        if (!report.Asked.Any())
        {
            Line("Nothing was asked, so nothing is known of the server.");
        }

        Line($"{Number(report.Requests)} requests sent. {Summary.Line(report)}");
    }

    private void Differences(string title, IEnumerable<CaseVerdict> verdicts)
    {
        foreach (var (index, one) in verdicts.Index())
        {
            if (index == 0)
            {
                output.WriteLine();
                Line($"{title}:");
            }

            Line($"  {one.Case.Id} {one.Method}: {one.Case.Title} ({one.Case.Specification})");
            Line($"    {one.Words}: expected {one.Expected}, {one.Detail}");
        }
    }

    // As wide as the widest case, method and answer.
    private void Row(string name, string method, string expected, string got, string words) =>
        Line($"{name, -26}  {method, -27}  {expected, -22}  {got, -22}  {words}");

    private void Line(string text) => output.WriteLine(text.TrimEnd());

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Every address that requests go to.</summary>
internal static class EndpointList
{
    public static IEnumerable<string> Of(AuthorizationServerMetadata metadata)
    {
        string?[] named =
        [
            metadata.TokenEndpoint,
            metadata.IntrospectionEndpoint,
            metadata.RevocationEndpoint,
            metadata.PushedAuthorizationRequestEndpoint,
            metadata.RegistrationEndpoint,
            metadata.ChallengeEndpoint,
            metadata.MtlsEndpointAliases?.TokenEndpoint,
            metadata.MtlsEndpointAliases?.IntrospectionEndpoint,
            metadata.MtlsEndpointAliases?.RevocationEndpoint,
            metadata.MtlsEndpointAliases?.PushedAuthorizationRequestEndpoint,
            metadata.MtlsEndpointAliases?.RegistrationEndpoint,
        ];
        return MetadataAddresses
            .All(new Uri(metadata.Issuer))
            .Select(address => address.AbsoluteUri)
            .Concat(named.OfType<string>())
            .Distinct();
    }
}
