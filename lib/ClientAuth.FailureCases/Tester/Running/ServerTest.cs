using System.Security.Cryptography;
using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Judging;
using ClientAuth.FailureCases.Requests;
using ClientAuth.FailureCases.Running;
using ClientAuth.FailureCases.Tester.Plan;
using ClientAuth.FailureCases.Tester.Verdicts;
using ClientAuth.FailureCases.Values;
using ClientAuth.FailureCases.Wire;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Tester.Running;

/// <summary>Asks a server: first the good request of each client, then the cases of the plan one after the other.</summary>
/// <param name="server">The server.</param>
internal sealed class ServerTest(TestedServer server)
{
    private readonly Dictionary<string, ClientCheck> _checks = [];

    /// <summary>The good request of each client so far.</summary>
    public IReadOnlyList<ClientCheck> Clients => [.. _checks.Values];

    /// <summary>Sends the good request of each client. A public client proves nothing, and has none.</summary>
    public async Task CheckClientsAsync(CancellationToken cancellationToken)
    {
        var clients = server.Fixture.Clients;
        foreach (var client in clients.All.Where(client => client.Method != TokenEndpointAuthMethods.None))
        {
            _checks[client.Id] = await CheckAsync(client, cancellationToken);
        }
    }

    private async Task<ClientCheck> CheckAsync(CaseClient client, CancellationToken cancellationToken)
    {
        using var trap = new RequestTrap();
        try
        {
            var sent = await server.SendAsync(
                Plan(client, EndpointNames.Token, [], new Expectation { Issued = true }, sameCredential: false),
                server.Fixture.Keys,
                server.ValuesOfCase(server.Fixture.Keys, trap),
                cancellationToken
            );
            return new ClientCheck(client.Id, client.Method, sent.Difference is null, $"{sent.Answers[0]}");
        }
        catch (UnusableCaseException problem)
        {
            return new ClientCheck(client.Id, client.Method, Works: false, problem.Message);
        }
    }

    /// <summary>Runs a case of the plan, or says why not.</summary>
    public async Task<CaseVerdict> RunAsync(PlannedRun planned, CancellationToken cancellationToken)
    {
        var reason =
            planned.NotApplicable ?? (Works(planned.Method) ? null : "the good request of its client gets no token");
        if (reason is not null)
        {
            return Verdict(planned, ServerVerdict.NotApplicable, "", reason);
        }

        using var attempt = new CaseAttempt(server, planned);
        try
        {
            await attempt.RunAsync(cancellationToken);
        }
        catch (Exception error)
            when (error
                    is UnusableCaseException
                        or ArgumentException
                        or FormatException
                        or CryptographicException
                        or NotSupportedException
            )
        {
            return Verdict(
                planned,
                ServerVerdict.NotApplicable,
                "",
                $"it cannot be made with these clients: {error.Message}"
            );
        }

        var (verdict, got, detail) = attempt.Outcome;
        return Verdict(planned, verdict, got, detail);
    }

    internal static RequestPlan Plan(
        CaseClient client,
        string endpoint,
        IReadOnlyList<Changes.RequestChange> changes,
        Expectation expect,
        bool sameCredential,
        string? name = null
    ) => new(client, endpoint, sameCredential, changes, expect, name);

    private bool Works(string method) =>
        method == TokenEndpointAuthMethods.None
        || _checks.GetValueOrDefault(server.Fixture.Clients.Of(method).Id) is { Works: true };

    private static CaseVerdict Verdict(PlannedRun planned, ServerVerdict verdict, string got, string? detail) =>
        new(
            planned.Section,
            planned.Case,
            planned.Method,
            verdict,
            ExpectedAnswer.Words(planned.Case.Expect, planned.Case.Endpoint),
            got,
            detail
        );
}
