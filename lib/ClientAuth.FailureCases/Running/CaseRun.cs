using ClientAuth.Credentials;
using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Judging;
using ClientAuth.FailureCases.Values;
using ClientAuth.FailureCases.Wire;
using ClientAuth.MockServer;

namespace ClientAuth.FailureCases.Running;

/// <summary>
/// One run of a case by one client, at a server of its own. Its steps act on it, and each request goes through it: built by
/// <see cref="RequestBuilder"/>, sent by <see cref="RequestSender"/>, judged by <see cref="ResponseJudge"/>.
/// </summary>
internal sealed class CaseRun : IDisposable
{
    private readonly CaseFixture _fixture;
    private readonly CaseClient _client;
    private readonly CaseJwksHost? _jwksHost;
    private readonly RequestBuilder _builder;
    private readonly RequestSender _sender;
    private readonly RequestTrap _trap = new();
    private readonly List<CaseExchange> _exchanges = [];
    private readonly List<string> _problems = [];
    private CaseClient? _rotated;

    /// <param name="fixture">Authorities, keys and clients.</param>
    /// <param name="client">The client as the case registers it.</param>
    /// <param name="endpoint">Where the case is sent: one of <see cref="Requests.EndpointNames"/>.</param>
    /// <param name="clock">The server's clock.</param>
    /// <param name="jwksHost">Where the client publishes its keys, if it does.</param>
    /// <param name="nodes">The servers of the case.</param>
    /// <param name="send">What sends a request, where it is not this room's own connection.</param>
    public CaseRun(
        CaseFixture fixture,
        CaseClient client,
        string endpoint,
        CaseClock clock,
        CaseJwksHost? jwksHost,
        ServerNodes nodes,
        Func<WireRequest, CancellationToken, Task<WireOutcome>>? send
    )
    {
        (_fixture, _client, _jwksHost) = (fixture, client, jwksHost);
        (Endpoint, Clock, Server) = (endpoint, clock, nodes.First);
        Devices = new CaseDevices(fixture, clock);
        var keys = fixture.Keys.With(Devices.FindKey);
        Values = CaseValues.Of(fixture, keys, clock, jwksHost, Server.Metadata, _trap);
        var connection = new WireConnection(fixture.Authority.Certificate);
        _builder = new RequestBuilder(fixture, keys, Devices, connection, nodes);
        _sender = new RequestSender(send ?? connection.SendAsync);
    }

    /// <summary>What placeholders stand for in the whole case; a request adds its own.</summary>
    public Placeholders Values { get; }

    /// <summary>Where the case is sent.</summary>
    public string Endpoint { get; }

    public CaseClock Clock { get; }

    /// <summary>The phones of the case.</summary>
    public CaseDevices Devices { get; }

    /// <summary>For steps that change what the server knows.</summary>
    public MockAuthorizationServer Server { get; }

    /// <summary>Where the client publishes its keys.</summary>
    /// <exception cref="UnusableCaseException">The case has no such host.</exception>
    public CaseJwksHost JwksHost =>
        _jwksHost ?? throw new UnusableCaseException("the case has no jwks_host to publish anything at");

    /// <summary>The case's own client with the secret of the last rotation.</summary>
    /// <exception cref="UnusableCaseException">No step has rotated it.</exception>
    public CaseClient RotatedClient =>
        _rotated ?? throw new UnusableCaseException("no step has rotated a secret that this one could use");

    /// <summary>Every request so far, in order.</summary>
    public IReadOnlyList<CaseExchange> Exchanges => _exchanges;

    /// <summary>What was not as expected so far, in words.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Gives the case's own client another secret.</summary>
    public void RotateSecret(TimeSpan overlap)
    {
        var secret = NewClientSecret.ForAlgorithm(signatureAlgorithm: null);
        Server.Clients.RotateSecret(_client.Id, secret, overlap);
        _rotated = _client.With(secret);
    }

    /// <summary>The case's own client, or a standard one.</summary>
    public CaseClient ClientFor(string? method, bool other) =>
        other ? _fixture.Clients.OtherOf(method ?? _client.Method)
        : method is null || method == _client.Method ? _client
        : _fixture.Clients.Of(method);

    /// <summary>Builds, sends and judges a request.</summary>
    public async Task SendAsync(string label, RequestPlan plan, CancellationToken cancellationToken)
    {
        using var built = await _builder.BuildAsync(plan, OtherOf(plan.Client), Values, cancellationToken);
        var received = await _sender.SendAsync(built, cancellationToken);
        _exchanges.AddRange(received.Select(one => new CaseExchange(label, one.Response, one.Recorded)));
        _problems.AddRange(Judge(plan, built, received).Select(problem => $"{label}: {problem}"));
        if (plan.As is { } name)
        {
            CaseValues.Add(Values, name, built.Draft, built.Request, received[0].Response);
        }
    }

    public void Dispose()
    {
        _trap.Dispose();
        Devices.Dispose();
    }

    private IEnumerable<string> Judge(RequestPlan plan, BuiltRequest built, IReadOnlyList<ReceivedResponse> received)
    {
        if (_trap.HasCaught)
        {
            yield return "the server followed an address that the request named";
        }

        var judge = new ResponseJudge(plan.Expect)
        {
            Endpoint = plan.Endpoint,
            TriedAuthorizationHeader = built.Draft.TriesAuthorizationHeader,
            Secrets = [.. _fixture.Clients.Secrets, .. new[] { _client.Secret, _rotated?.Secret }.OfType<string>()],
            Values = built.Draft.Values,
        };
        foreach (var problem in judge.Problems(received))
        {
            yield return problem;
        }

        if (plan.Expect.Fetches is { } fetches && fetches != JwksHost.Requests)
        {
            yield return $"expected {fetches} requests for the client's keys by now; saw {JwksHost.Requests}";
        }
    }

    private CaseClient OtherOf(CaseClient sender) =>
        _fixture.Clients.OtherOf(sender.Method) is var other && other.Id != sender.Id ? other : _client;
}
