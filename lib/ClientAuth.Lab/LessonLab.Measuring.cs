using ClientAuth.Client;
using ClientAuth.Lab.Expectations;
using ClientAuth.Lab.Measuring;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Measurements;

namespace ClientAuth.Lab;

/// <summary>Measures on real connections: warmed up, interleaved, at least 30 samples each.</summary>
public sealed partial class LessonLab
{
    private TimeSpan? _firstRequest;

    private MeasuringRoom Room => new(Clock, new Random(MeasuringRoom.Seed));

    /// <summary>A client to measure, alone or beside those of other labs.</summary>
    /// <param name="label">What the chart calls it.</param>
    /// <param name="clientId">Who asks.</param>
    /// <param name="method">How it proves that; the method it is registered for where it is left out.</param>
    public TimedMethod Timed(string label, string clientId, ClientAuthenticationMethodConfiguration? method = null) =>
        new(label, this, clientId, method ?? RegisteredMethod.Of(Client(clientId)));

    /// <summary>Measures what only computes, in microseconds.</summary>
    /// <param name="title">What is measured.</param>
    /// <param name="works">Rows and parts of the chart, and what does each once.</param>
    public Measured MeasureCost(string title, params IReadOnlyList<(string Variant, string Part, Action Work)> works) =>
        new(
            title,
            TimeUnit.Microsecond,
            AxisScale.Logarithmic,
            Room.Compute([.. works.Select(work => new Computation(work.Variant, work.Part, work.Work))])
        );

    /// <summary>Where the time of one request goes: the phases of a token request, each on a new connection with a full handshake.</summary>
    /// <exception cref="LessonExpectationException">The server refused one.</exception>
    public Task<Measured> MeasurePhasesAsync(params IReadOnlyList<TimedMethod> methods) =>
        MeasureAsync(
            "Where the time of one request goes",
            [
                .. methods.Select(method => new Trial(
                    method.Label,
                    async cancellationToken =>
                    {
                        using var client = method.Open(resumes: false);
                        await client.GetTokenAsync(cancellationToken);
                        return Laps(client.Phases);
                    }
                )),
            ]
        );

    /// <summary>
    /// What a connection that stays open saves: the first request, with a full handshake, against the second on the same connection;
    /// where the client has no certificate, also one on a new connection that may resume the session.
    /// </summary>
    /// <exception cref="LessonExpectationException">The server refused one.</exception>
    public Task<Measured> MeasureConnectionsAsync(params IReadOnlyList<TimedMethod> methods)
    {
        var room = Room;
        return MeasureAsync(
            "New connection or open connection",
            [
                .. methods.Select(method => new Trial(
                    method.Label,
                    async cancellationToken =>
                    {
                        using var client = method.Open(resumes: false);
                        var first = await room.TimeAsync(() => client.GetTokenAsync(cancellationToken));
                        var second = await room.TimeAsync(() => client.GetTokenAsync(cancellationToken));
                        return [first[0] with { Part = "first request" }, second[0] with { Part = "second request" }];
                    }
                )),
                .. methods
                    .Where(method => !method.HasCertificate)
                    .Select(method => new Trial(
                        method.Label,
                        async cancellationToken =>
                        {
                            using var client = method.Open(resumes: true);
                            var resumed = await room.TimeAsync(() => client.GetTokenAsync(cancellationToken));
                            return [resumed[0] with { Part = "new connection, resumed" }];
                        }
                    )),
            ]
        );
    }

    /// <summary>The first request of this lab against later ones of the same client, each on a new connection.</summary>
    /// <exception cref="InvalidOperationException">The first request is no longer recorded, or was not made by a client of the lab.</exception>
    public async Task<Measured> MeasureColdAndWarmAsync(string clientId)
    {
        var cold = new Measurement("the first request", "", [(_firstRequest ??= FirstRequest()).TotalMicroseconds]);
        var method = Timed("a later request", clientId);
        var warm = await Room.RunAsync(
            [
                new Trial(
                    method.Label,
                    async cancellationToken =>
                    {
                        using var client = method.Open(resumes: true);
                        await client.GetTokenAsync(cancellationToken);
                        return [new Lap("", client.LastRequest)];
                    }
                ),
            ],
            CancellationToken.None
        );
        return new Measured("Cold and warm", TimeUnit.Millisecond, AxisScale.Logarithmic, [cold, .. warm]);
    }

    /// <summary>How long refusals take on an open connection, as the caller sees it and as the server's checks took.</summary>
    /// <exception cref="LessonExpectationException">The server issued a token.</exception>
    public async Task<Measured> MeasureRefusalsAsync(params IReadOnlyList<TimedMethod> methods)
    {
        var room = Room;
        List<MeasuredClient> clients = [.. methods.Select(method => method.Open(resumes: true))];
        try
        {
            return await MeasureAsync(
                "How long a refusal takes",
                [
                    .. methods
                        .Zip(clients)
                        .Select(one => new Trial(
                            one.First.Label,
                            async cancellationToken =>
                            {
                                var seen = await room.TimeAsync(() => RefuseAsync(one.Second, cancellationToken));
                                var checks = LastExchange.Phases.Single(phase => phase.Name == PhaseNames.Authenticate);
                                return [seen[0] with { Part = "caller" }, new Lap("checks", checks.Duration)];
                            }
                        )),
                ]
            );
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
    }

    private static async Task RefuseAsync(MeasuredClient client, CancellationToken cancellationToken)
    {
        var outcome = await client.AskAsync(cancellationToken);
        if (outcome is not TokenOutcome.Refused { Status: 401 })
        {
            throw new LessonExpectationException($"A refusal was to be measured, but the server said: {outcome}.");
        }
    }

    private async Task<Measured> MeasureAsync(string title, IReadOnlyList<Trial> trials) =>
        new(title, TimeUnit.Millisecond, AxisScale.Linear, await Room.RunAsync(trials, CancellationToken.None));

    private static IReadOnlyList<Lap> Laps(IEnumerable<RecordedPhase> phases) =>
        [
            .. phases
                .GroupBy(phase => phase.Name)
                .Select(same => new Lap(same.Key, same.Aggregate(TimeSpan.Zero, (sum, phase) => sum + phase.Duration))),
        ];

    private TimeSpan FirstRequest()
    {
        var first = Server.Exchanges.Snapshot().FirstOrDefault(exchange => exchange.Number == 1);
        var built = Works.Between(TimeSpan.MinValue, first?.Started ?? TimeSpan.Zero);
        return first?.Answered is { } answered && built is [.., { By: Participant.Client } work]
            ? answered - work.Started
            : throw new InvalidOperationException(
                "The first request of this lab is not recorded, or no longer recorded. Open the lab again, and let a client ask for a token before you measure."
            );
    }
}
