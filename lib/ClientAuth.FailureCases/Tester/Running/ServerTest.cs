using System.Security.Cryptography;
using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Changes;
using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Judging;
using ClientAuth.FailureCases.Jwts;
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
    // What a case of such an endpoint is measured by. Registrations have a good request of their own in each case.
    private static readonly string[] Measured =
    [
        EndpointNames.Introspection,
        EndpointNames.Revocation,
        EndpointNames.PushedAuthorizationRequest,
    ];

    private readonly Dictionary<(string ClientId, string Endpoint), ClientCheck> _checks = [];

    /// <summary>The good request of each client to the token endpoint.</summary>
    public IReadOnlyList<ClientCheck> Clients { get; private set; } = [];

    /// <summary>
    /// Sends the good request of each client to the token endpoint, and to the other endpoints that the plan is about. A public client
    /// proves nothing, and has none.
    /// </summary>
    public async Task CheckClientsAsync(TestPlan plan, CancellationToken cancellationToken)
    {
        foreach (var client in server.Fixture.Clients.All.Where(Proves))
        {
            _checks[(client.Id, EndpointNames.Token)] = await TryGoodAsync(
                client,
                EndpointNames.Token,
                cancellationToken
            );
        }

        Clients = [.. _checks.Values];
        foreach (var (method, endpoint) in plan.Sent.Select(run => (run.Method, run.Case.Endpoint)).Distinct())
        {
            var client = server.Fixture.Clients.Of(method);
            if (Proves(client) && Measured.Contains(endpoint) && Works(client, EndpointNames.Token))
            {
                _checks[(client.Id, endpoint)] = await TryGoodAsync(client, endpoint, cancellationToken);
            }
        }
    }

    /// <summary>Runs a case of the plan, or says why not.</summary>
    public async Task<CaseVerdict> RunAsync(PlannedRun planned, CancellationToken cancellationToken)
    {
        if (planned.NotApplicable is { } reason)
        {
            return Verdict(planned, ServerVerdict.NotApplicable, "", reason);
        }

        if (Obstacle(planned) is var (without, obstacle))
        {
            return Verdict(planned, without, "", obstacle);
        }

        using var attempt = new CaseAttempt(server, planned);
        var ended = await EndAsync(attempt, cancellationToken);
        var (verdict, got, detail) = attempt.Outcome;
        return ended is var (why, words) && !attempt.HasVerdict ? Verdict(planned, why, "", words)
            : verdict == ServerVerdict.Accepted && IsDatedByNonce(planned.Case)
                ? Verdict(
                    planned,
                    ServerVerdict.NotApplicable,
                    "",
                    "the server tells the age of a proof by its nonce, as it may, and not by iat (RFC 9449 §4.3 (11))"
                )
            : Verdict(planned, verdict, got, detail);
    }

    // What is no time at all, no nonce makes good.
    private bool IsDatedByNonce(FailureCase failureCase) =>
        server.Connection.DpopNonce is not null
        && failureCase
            .Send.OfType<ClaimsChange>()
            .Any(claims =>
                claims.Of == JwtKind.Dpop && $"{claims.Set?["iat"]}".StartsWith("{now", StringComparison.Ordinal)
            );

    // Why it ended early; null where it came to its end.
    private static async Task<(ServerVerdict Verdict, string Words)?> EndAsync(
        CaseAttempt attempt,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await attempt.RunAsync(cancellationToken);
            return null;
        }
        catch (NotAnsweredException error)
        {
            return (ServerVerdict.NotAnswered, error.Message);
        }
        catch (UnusableCaseException error)
        {
            return (ServerVerdict.NotApplicable, error.Message);
        }
        catch (Exception error)
            when (error is ArgumentException or FormatException or CryptographicException or NotSupportedException)
        {
            return (ServerVerdict.NotApplicable, $"it cannot be made with these clients: {error.Message}");
        }
    }

    // The good request that the case is measured by, where it did not work; null where it did.
    private (ServerVerdict Verdict, string Words)? Obstacle(PlannedRun planned)
    {
        var client = server.Fixture.Clients.Of(planned.Method);
        var endpoint = planned.Case.Endpoint;
        if (!Proves(client))
        {
            return null;
        }

        if (!Works(client, EndpointNames.Token))
        {
            return (ServerVerdict.NotApplicable, "the good request of its client gets no token");
        }

        return _checks.GetValueOrDefault((client.Id, endpoint)) switch
        {
            { IsAnswered: false, Got: var why } => (
                ServerVerdict.NotAnswered,
                $"the good request of {client.Id} to the endpoint {endpoint}: {why}"
            ),
            { Works: false, Got: var got } => (
                ServerVerdict.NotApplicable,
                $"the good request of {client.Id} to the endpoint {endpoint} is refused: {got}"
            ),
            _ => null,
        };
    }

    private bool Works(CaseClient client, string endpoint) =>
        _checks.GetValueOrDefault((client.Id, endpoint)) is { Works: true };

    private static bool Proves(CaseClient client) => client.Method != TokenEndpointAuthMethods.None;

    private async Task<ClientCheck> TryGoodAsync(
        CaseClient client,
        string endpoint,
        CancellationToken cancellationToken
    )
    {
        using var trap = new RequestTrap();
        var values = server.ValuesOfCase(server.Fixture.Keys, trap);
        // Introspection and revocation are about a token, which GoodRequest calls 'token'.
        string[] endpoints = endpoint is EndpointNames.Introspection or EndpointNames.Revocation
            ? [EndpointNames.Token, endpoint]
            : [endpoint];
        try
        {
            SentRequest? sent = null;
            foreach (var address in endpoints)
            {
                var plan = new RequestPlan(client, address, false, [], new Expectation { Issued = true }, As: "token");
                sent = await server.SendAsync(plan, server.Fixture.Keys, values, isFirst: false, cancellationToken);
            }

            return new ClientCheck(client.Id, client.Method, sent!.Difference is null, $"{sent.Answers[0]}");
        }
        catch (Exception problem) when (problem is UnusableCaseException or NotAnsweredException)
        {
            return new ClientCheck(client.Id, client.Method, Works: false, problem.Message)
            {
                IsAnswered = problem is not NotAnsweredException,
            };
        }
    }

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
