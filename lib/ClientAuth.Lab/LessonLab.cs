using System.Globalization;
using ClientAuth.Lab.Learners;
using ClientAuth.Lab.Repository;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;
using ClientAuth.Visuals;

namespace ClientAuth.Lab;

/// <summary>
/// What a lesson opens: a testbed, with the lesson's exercises and with everything that its cells claim, measure and show.
/// </summary>
public sealed partial class LessonLab : Testbed
{
    private readonly LabOptions _opened;
    private readonly TimeSpan _skew;

    private LessonLab(TestbedParts parts, LabOptions opened)
        : base(parts)
    {
        _skew = parts.ServerOptions.ClockSkew;
        _opened = opened;
        _progress = new LearnerProgress(
            ProgressPlace.OfThisProcess(),
            () => Course.Read(RepositoryData.Lessons),
            opened.MachineClock
        );
        Exercises = new LessonExercises(_progress.RecordAsync);
    }

    /// <summary>The tasks of the lessons.</summary>
    public LessonExercises Exercises { get; }

    /// <summary>
    /// Opens a lab with these clients, or with those of <c>data/clients.json</c> and the templates of
    /// <c>data/client-templates.json</c>. Missing credentials are made.
    /// </summary>
    public static Task<LessonLab> OpenAsync(params IReadOnlyList<ClientMetadata> clients) =>
        OpenAsync(new LabOptions { Clients = clients });

    /// <summary>Opens a lab as the options say.</summary>
    public static async Task<LessonLab> OpenAsync(LabOptions options, CancellationToken cancellationToken = default) =>
        new(await TestbedParts.StartAsync(options, cancellationToken), options);

    /// <summary>What the lab consists of.</summary>
    public FactsView Summary() =>
        new(
            "The lab is open",
            [
                ("Issuer", Server.Issuer),
                ("Endpoints for certificates", Server.Metadata.MtlsEndpointAliases!.TokenEndpoint),
                ("Clients", string.Join(", ", Clients.Keys)),
                ("Lab clock", Clock.GetUtcNow().ToString("u", CultureInfo.InvariantCulture)),
                .. KeysLeftBehind.Select(keys => ("Keys of an earlier lab", keys)),
            ]
        );

    /// <summary>The last exchange as it crossed the wire, credentials shortened.</summary>
    public HttpTranscriptView Transcript() => new(LastExchange);

    /// <summary>What the server checked in the last exchange, and how each check ended. What failed stands open, whatever is asked for.</summary>
    /// <param name="about">
    /// What stands open beside that: checks such as <c>secret.value</c>, or groups such as <c>secret</c>; none for the method's own.
    /// </param>
    /// <exception cref="ArgumentException">The trace has no such check or group; the message lists what it has.</exception>
    public DecisionTraceView Decisions(params IReadOnlyList<string> about) =>
        TellingChecks.Open(LastExchange.Trace, about);

    /// <summary>Lets something happen and lists the requests that reached the server meanwhile.</summary>
    public async Task<ExchangeListView> RequestsOfAsync(Func<Task> action)
    {
        var before = Server.Exchanges.Last?.Number ?? 0;
        await action();
        return new ExchangeListView([.. Server.Exchanges.Snapshot().Where(exchange => exchange.Number > before)]);
    }

    /// <summary>Closes connections, servers and authority, and forgets every key.</summary>
    public override async ValueTask DisposeAsync()
    {
        if (_yours is not null)
        {
            await _yours.DisposeAsync();
        }

        await base.DisposeAsync();
    }
}
