using ClientAuth.Protocol.Recording;

namespace ClientAuth.Visuals.Tests.Samples;

/// <summary>Recorded exchanges with fixed times: a token that is refused, the same once more, and a call with it.</summary>
internal static class SampleSequence
{
    /// <summary>Over a new connection; refused after 21 ms.</summary>
    public static RecordedExchange Refused { get; } =
        SampleExchange.Token with
        {
            Number = 1,
            Started = Milliseconds(14),
            Answered = Milliseconds(21),
            Response = new RecordedResponse(
                401,
                [new RecordedHeader("WWW-Authenticate", "Basic realm=\"token endpoint\"")],
                """{"error":"invalid_client"}"""
            ),
            Trace = SampleTrace.Failing,
            Phases =
            [
                new RecordedPhase(PhaseNames.Handshake, Milliseconds(3)) { Started = Milliseconds(10.5) },
                new RecordedPhase(PhaseNames.Authenticate, Milliseconds(5)) { Started = Milliseconds(15) },
            ],
        };

    public static RecordedExchange Issued { get; } =
        SampleExchange.Token with
        {
            Number = 2,
            Started = Milliseconds(30),
            Answered = Milliseconds(33),
            Phases = [new RecordedPhase(PhaseNames.Authenticate, Milliseconds(2)) { Started = Milliseconds(30.5) }],
        };

    public static RecordedExchange Called { get; } =
        SampleExchange.Token with
        {
            Number = 3,
            Receiver = Participant.Resource,
            Started = Milliseconds(40),
            Answered = Milliseconds(41),
            Request = new RecordedRequest("GET", "/resource?page=1", "HTTP/1.1", [], ""),
            Response = new RecordedResponse(200, [], """{"client_id":"app","scope":"read"}"""),
            Trace = new DecisionTrace([]),
            Phases = [],
        };

    /// <summary>What the authorization server asks of a key host while it checks <see cref="Issued"/>.</summary>
    public static RecordedExchange Fetched { get; } =
        Called with
        {
            Number = 1,
            Sender = Participant.AuthorizationServer,
            Receiver = Participant.KeyHost,
            Started = Milliseconds(31),
            Answered = Milliseconds(31.5),
            Request = new RecordedRequest("GET", "/jwks.json", "HTTP/1.1", [], ""),
            Response = new RecordedResponse(200, [], """{"keys":[]}"""),
        };

    public static RecordedWork KeyMade { get; } =
        new(Participant.Device, "makes the key my-key", Milliseconds(10), Milliseconds(0.25));

    public static TimeSpan Milliseconds(double count) => TimeSpan.FromMilliseconds(count);
}
