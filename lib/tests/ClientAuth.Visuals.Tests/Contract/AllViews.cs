using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Attacks;
using ClientAuth.Visuals.Charts;
using ClientAuth.Visuals.Exercises;
using ClientAuth.Visuals.Gallery;
using ClientAuth.Visuals.Handshakes;
using ClientAuth.Visuals.Measurements;
using ClientAuth.Visuals.Sequences;
using ClientAuth.Visuals.Tests.Samples;
using ClientAuth.Visuals.Timelines;

namespace ClientAuth.Visuals.Tests.Contract;

/// <summary>For each view and chart, how to make one with a text in every place that takes text.</summary>
internal static class AllViews
{
    private static readonly Dictionary<Type, Func<string, object>> Factories = new()
    {
        [typeof(HttpTranscriptView)] = text => new HttpTranscriptView(Exchange(text)),
        [typeof(DecodedJwtView)] = text => new DecodedJwtView(SampleJwt.Of(Json(text), Json(text)), text),
        [typeof(CertificateCardView)] = text => new CertificateCardView(Certificate(text), text),
        [typeof(PlatformAttestationView)] = text => new PlatformAttestationView(SampleAndroid.With(text, text), text),
        [typeof(DecisionTraceView)] = text => new DecisionTraceView(Trace(text), text),
        [typeof(RefusalView)] = text => new RefusalView(Exchange(text) with { Trace = Trace(text) }, text),
        [typeof(ExchangeListView)] = text => new ExchangeListView([Exchange(text)], text),
        [typeof(SequenceView)] = text => new SequenceView([Measured(text)], [Work(text)], text),
        [typeof(HandshakeView)] = text => new HandshakeView(Handshake(text), text),
        [typeof(HandshakeComparisonView)] = text => new HandshakeComparisonView(text, Handshake(text), Failed(text)),
        [typeof(ComparisonView)] = text => new ComparisonView(text, (text, text, "x")) { Left = text, Right = text },
        [typeof(DifferenceView)] = text => DifferenceView.Of(Exchange(text), SampleExchange.Token, text),
        [typeof(SdkCounterpartView)] = text => new SdkCounterpartView(text, text, text),
        [typeof(ExerciseView)] = text => new ExerciseView(
            text,
            [new ExerciseRow(text, Holds: true), new ExerciseRow(text, Holds: false) { Expected = text, Seen = text }],
            [(text, text)],
            [text, text]
        ),
        [typeof(FactsView)] = text => new FactsView(text, (text, text)),
        [typeof(FleetView)] = text => new FleetView([Device(text)], text),
        [typeof(MethodSummaryView)] = text => new MethodSummaryView(
            [new MethodRow(text, text, text, [text, text], [(text, text)])],
            text
        ),
        [typeof(ClientBoardView)] = text => new ClientBoardView(
            [
                new ClientRow(text, text, 401, text, Trace(text).Failure),
                new ClientRow(text, text, 200, null, null) { Objection = text },
            ],
            mended: 1,
            faults: 2,
            text
        ),
        [typeof(MistakeComparisonView)] = text => new MistakeComparisonView(
            [.. Enum.GetValues<MistakeVerdict>().Select(verdict => new MistakeRow(1, text, text, text, text, verdict))],
            [(2, text, text)],
            text
        ),
        [typeof(AttackView)] = text => new AttackView(text, new AttackOutcome(true, text), Stopped(text)),
        [typeof(AttackBoardView)] = text => new AttackBoardView(
            [
                new AttackRow(text, text, text) { Without = new AttackOutcome(true, text), With = Stopped(text) },
                new AttackRow(text, text, text) { With = new AttackOutcome(false, text) },
            ],
            text
        ),
        [typeof(FailureMatrixView)] = text => new FailureMatrixView(
            [new GalleryGroup(text, text)],
            [text, "another"],
            [SampleGallery.Case(text), SampleGallery.Case(text) with { Check = null, IsAccepted = true }],
            text
        ),
        [typeof(CaseView)] = text => new CaseView(Shown(text)),
        [typeof(MistakesView)] = text => new MistakesView([Mistake(text)], text),
        [typeof(SharedResponsesChart)] = text => new SharedResponsesChart(new SharedResponse(text, 3, 7)),
        [typeof(TableView)] = text => new TableView(text, text, [text, text], [text, text]),
        [typeof(RequestTimingChart)] = text => new RequestTimingChart(
            new MethodTiming(text, [new RecordedPhase(text, TimeSpan.FromMilliseconds(1.5))])
        ),
        [typeof(RotationChart)] = text => new RotationChart(
            [new RotationEvent(4, text)],
            new RotationYear(text, [1, 2, 5], [3])
        ),
        [typeof(MeasurementChart)] = text => new MeasurementChart(
            text,
            TimeUnit.Millisecond,
            AxisScale.Linear,
            [new Measurement(text, text, [1500, 2500]), new Measurement(text, "part", [3000])],
            text
        ),
        [typeof(AssertionWindowChart)] = text => new AssertionWindowChart(
            new AssertionWindow(
                TimeSpan.FromMinutes(1),
                TimeSpan.FromSeconds(10),
                [
                    new AssertionTrial(text, TimeSpan.FromSeconds(5), null),
                    new AssertionTrial(text, TimeSpan.FromSeconds(9), text),
                ]
            )
        ),
        [typeof(DeadlineChart)] = text => new DeadlineChart(
            TimeSpan.FromMilliseconds(250),
            new DeadlineTrial(text, TimeSpan.FromMilliseconds(20), true, text)
        ),
        [typeof(RoundTripChart)] = text => new RoundTripChart(
            TimeSpan.FromMilliseconds(50),
            [new RoundTripTrial(text, 1, [new RecordedPhase(PhaseNames.Connect, TimeSpan.FromMilliseconds(52))])],
            text
        ),
        [typeof(DeviceRequestsChart)] = text => new DeviceRequestsChart(new DeviceRequests(text, [text])),
        [typeof(FailingChecksChart)] = text => new FailingChecksChart(
            new CheckedRequest(text, Exchange(text) with { Trace = Trace(text) })
        ),
    };

    /// <summary>Every concrete view and chart of the library, found by reflection.</summary>
    public static IReadOnlyList<Type> Types { get; } =
    [.. typeof(View).Assembly.GetExportedTypes().Where(type => !type.IsAbstract && IsView(type))];

    public static IEnumerable<object> With(string text) => Types.Select(type => Factories[type](text));

    public static string Html(object view) => view is Chart chart ? chart.ToHtml() : ((View)view).ToHtml();

    private static bool IsView(Type type) => type.IsAssignableTo(typeof(View)) || type.IsAssignableTo(typeof(Chart));

    private static AttackOutcome Stopped(string text) =>
        new(false, text) { StoppedBy = Trace(text).Failure, Response = text };

    private static RecordedExchange Measured(string text) =>
        Exchange(text) with
        {
            Trace = Trace(text),
            Started = TimeSpan.FromMilliseconds(1),
            Answered = TimeSpan.FromMilliseconds(2),
            Phases =
            [
                new RecordedPhase(PhaseNames.Handshake, TimeSpan.FromMilliseconds(0.5)) { Started = TimeSpan.Zero },
                new RecordedPhase(text, TimeSpan.Zero),
            ],
        };

    private static RecordedWork Work(string text) =>
        new(Participant.Device, text, TimeSpan.Zero, TimeSpan.FromMilliseconds(0.2));

    private static FleetRow Device(string text) =>
        new(text, text, text)
        {
            Why = text,
            VouchedFor = text,
            FailingCheck = text,
        };

    private static ShownCase Shown(string text) =>
        SampleGallery.Shown(text) with
        {
            Sent = Exchange(text) with { Trace = Trace(text) },
            Mended = Exchange(text),
            Before = [Exchange(text)],
        };

    private static ShownMistake Mistake(string text) =>
        new()
        {
            Rank = 1,
            Symptoms = [(text, text), (text, "another")],
            Side = text,
            Title = text,
            Wrong = text,
            Look = text,
            Mend = text,
            Case = Shown(text),
            Page = (text, text),
            NoneBecause = text,
        };

    private static DecisionTrace Trace(string text) => new([new Decision(text, text, text, Verdict.Failed, text)]);

    // Half a surrogate pair is written as U+FFFD, since no decoded JWT holds half a character.
    private static string Json(string text) =>
        JsonSerializer.Serialize(
            new Dictionary<string, object>
            {
                ["iss"] = text,
                ["exp"] = text,
                [$"x{text}"] = text,
            }
        );

    private static X509Certificate2 Certificate(string text) => SampleCertificate.SelfSigned(Name(text).Name);

    private static X500DistinguishedName Name(string text)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddOrganizationName(text is "" || text.Any(char.IsSurrogate) ? "x" : text);
        return name.Build();
    }

    private static RecordedHandshake Handshake(string text) =>
        WithAll(SampleHandshake.Of(text, Name(text), Encoding.UTF8.GetBytes(text)), text);

    // The first two turns hold every text.
    private static RecordedHandshake WithAll(RecordedHandshake handshake, string text) =>
        handshake with
        {
            Label = text,
            Wire = [.. handshake.Wire.Take(2)],
        };

    private static RecordedHandshake Failed(string text) =>
        Handshake(text) with
        {
            Wire = [SampleHandshake.Received(1, Encoding.UTF8.GetBytes(text))],
            Completed = null,
            Failure = text,
        };

    private static RecordedExchange Exchange(string text) =>
        SampleExchange.Token with
        {
            Request = new RecordedRequest(text, text, text, [new RecordedHeader(text, text)], text),
            Response = new RecordedResponse(400, [new RecordedHeader(text, text)], text),
            Tls = new RecordedTls(text, text, null),
            Phases = [new RecordedPhase(text, TimeSpan.Zero)],
        };
}
