using ClientAuth.Credentials;
using ClientAuth.FailureCases.Drafts;
using ClientAuth.FailureCases.Laboratory;
using ClientAuth.FailureCases.Wire;
using ClientAuth.MockServer;

namespace ClientAuth.FailureCases.Running;

/// <summary>One case in the hands of one client, at a server of its own.</summary>
internal sealed class CaseRun(
    FailureCase failureCase,
    CaseClient client,
    CaseLab lab,
    CaseClock clock,
    CaseJwksHost? jwksHost,
    ServerNodes nodes
) : IDisposable
{
    private readonly List<CaseExchange> _exchanges = [];
    private readonly List<string> _problems = [];
    private readonly WireConnection _connection = new(lab.Authority.Certificate);
    private readonly RequestTrap _trap = new();
    private CaseClient? _rotated;

    /// <summary>What placeholders stand for in the whole case; a request adds its own.</summary>
    public Placeholders Values => field ??= CaseValues.Of(lab, Keys, clock, jwksHost, nodes.First.Metadata, _trap);

    /// <summary>What sends a request, where it is not a connection of the room's own.</summary>
    public Func<WireRequest, CancellationToken, Task<WireOutcome>>? Sender { get; init; }

    public FailureCase Case => failureCase;

    public CaseClock Clock => clock;

    /// <summary>The phones of the case.</summary>
    public CaseDevices Devices { get; } = new(lab, clock);

    private LabKeys Keys => field ??= lab.Keys.With(Devices);

    /// <summary>For steps that change what the server knows.</summary>
    public MockAuthorizationServer Server => nodes.First;

    /// <summary>Where the client publishes its keys.</summary>
    public CaseJwksHost JwksHost =>
        jwksHost ?? throw new UnusableCaseException("the case has no jwks_host to publish anything at");

    /// <summary>The case's own client with the secret of the last rotation.</summary>
    public CaseClient RotatedClient =>
        _rotated ?? throw new UnusableCaseException("no step has rotated a secret that this one could use");

    public CaseResult Result => new(failureCase, client.Method, _exchanges, _problems);

    /// <summary>Gives the case's own client another secret.</summary>
    public void RotateSecret(TimeSpan overlap)
    {
        var secret = NewClientSecret.ForAlgorithm(signatureAlgorithm: null);
        Server.Clients.RotateSecret(client.Id, secret, overlap);
        _rotated = client.With(secret);
    }

    /// <summary>The case's own client, or a standard one.</summary>
    public CaseClient ClientFor(string? method, bool other) =>
        other ? lab.Clients.OtherOf(method ?? client.Method)
        : method is null || method == client.Method ? client
        : lab.Clients.Of(method);

    private IReadOnlyList<string> Secrets =>
        [.. lab.Clients.Secrets, .. new[] { client.Secret, _rotated?.Secret }.OfType<string>()];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var step in failureCase.Before)
        {
            await step.RunAsync(this, CaseExchange.Before, cancellationToken);
        }

        await SendAsync(
            CaseExchange.Sent,
            Plan(failureCase.Send, failureCase.Expect, sameCredential: true),
            cancellationToken
        );
        foreach (var step in failureCase.After ?? [])
        {
            await step.RunAsync(this, CaseExchange.After, cancellationToken);
        }

        if (failureCase is { After: null, NoAfter: null })
        {
            await SendMendedAsync(cancellationToken);
        }
    }

    /// <summary>The same credential without the changes: a refusal has spent nothing. After a success, the next request.</summary>
    public Task SendMendedAsync(CancellationToken cancellationToken) =>
        SendAsync(
            CaseExchange.After,
            Plan([], new Expectation { Issued = true }, sameCredential: !failureCase.Expect.Issued),
            cancellationToken
        );

    public async Task SendAsync(string label, RequestPlan plan, CancellationToken cancellationToken)
    {
        var values = CaseValues.For(plan.Client, OtherOf(plan.Client), Values, plan.SameCredential);
        if (FreshValues.AreNeeded(plan))
        {
            await FreshValues.AddToAsync(values, _connection, nodes.First.Metadata, cancellationToken);
        }

        using var draft = new RequestDraft(lab, Keys, Devices, plan.Client, OtherOf(plan.Client), values);
        GoodRequest.Fill(draft, plan.Endpoint);
        foreach (var change in plan.Changes)
        {
            change.Apply(draft);
        }

        var server = draft.AtSecondNode ? nodes.Second : nodes.First;
        var address = EndpointAddresses.Of(server.Metadata, plan.Endpoint, draft.AtCertificateEndpoint, values);
        var request = RequestRendering.Render(draft, address);
        var seenBefore = server.Exchanges.Last?.Number ?? 0;
        var outcomes = await SendAsync(request, draft, cancellationToken);
        var answers = Paired(server, outcomes, seenBefore, plan.Endpoint, draft);
        if (_trap.HasCaught)
        {
            _problems.Add($"{label}: the server followed an address that the request named");
        }

        _exchanges.AddRange(answers.Select(answer => new CaseExchange(label, answer.Response, answer.Recorded)));
        _problems.AddRange(SeveralAnswers.Problems(plan.Expect, answers).Select(problem => $"{label}: {problem}"));
        if (plan.Expect.Fetches is { } fetches && fetches != JwksHost.Requests)
        {
            _problems.Add(
                $"{label}: expected {fetches} requests for the client's keys by now; saw {JwksHost.Requests}"
            );
        }

        if (plan.As is { } name)
        {
            CaseValues.Add(Values, name, draft, request, answers[0].Response);
        }
    }

    public void Dispose()
    {
        _trap.Dispose();
        Devices.Dispose();
    }

    private RequestPlan Plan(IReadOnlyList<Changes.RequestChange> changes, Expectation expect, bool sameCredential) =>
        new(client, failureCase.Endpoint, sameCredential, changes, expect, As: null);

    private CaseClient OtherOf(CaseClient sender) =>
        lab.Clients.OtherOf(sender.Method) is var other && other.Id != sender.Id ? other : client;

    private async Task<IReadOnlyList<WireOutcome>> SendAsync(
        WireRequest request,
        RequestDraft draft,
        CancellationToken cancellationToken
    )
    {
        if (draft.InParallel)
        {
            return await Task.WhenAll(
                Enumerable.Range(0, draft.Attempts).Select(_ => SendOnceAsync(request, cancellationToken))
            );
        }

        var outcomes = new List<WireOutcome>();
        for (var attempt = 0; attempt < draft.Attempts; attempt++)
        {
            outcomes.Add(await SendOnceAsync(request, cancellationToken));
        }

        return outcomes;
    }

    private Task<WireOutcome> SendOnceAsync(WireRequest request, CancellationToken cancellationToken) =>
        Sender?.Invoke(request, cancellationToken) ?? _connection.SendAsync(request, cancellationToken);

    // Of parallel requests nobody knows which was recorded when; those with the same status are interchangeable.
    private List<JudgedAnswer> Paired(
        MockAuthorizationServer server,
        IReadOnlyList<WireOutcome> outcomes,
        int seenBefore,
        string endpoint,
        RequestDraft draft
    )
    {
        var recorded = server.Exchanges.Snapshot().Where(exchange => exchange.Number > seenBefore).ToList();
        return
        [
            .. outcomes.Select(outcome =>
            {
                var status = (outcome as WireOutcome.Answered)?.Response.Status;
                var exchange = recorded.FirstOrDefault(exchange => exchange.Response.Status == status);
                recorded.Remove(exchange!);
                return new JudgedAnswer(
                    outcome,
                    exchange,
                    endpoint,
                    draft.TriesAuthorizationHeader,
                    Secrets,
                    draft.Values
                );
            }),
        ];
    }
}
