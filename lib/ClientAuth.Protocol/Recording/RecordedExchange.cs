namespace ClientAuth.Protocol.Recording;

/// <summary>One request and its response, with the connection, the server's checks and the time each phase took.</summary>
public sealed record RecordedExchange
{
    /// <summary>Counts from 1, in the order in which the responses were ready.</summary>
    public required int Number { get; init; }

    /// <summary>When the response was ready, on the server's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who sent the request.</summary>
    public Participant Sender { get; init; } = Participant.Client;

    /// <summary>Who received the request.</summary>
    public Participant Receiver { get; init; } = Participant.AuthorizationServer;

    /// <summary>When the receiver had read the request's head, on the machine's monotonic clock, of which only differences mean something; null where that was not noted.</summary>
    public TimeSpan? Started { get; init; }

    /// <summary>When the response was ready, on the same clock.</summary>
    public TimeSpan? Answered { get; init; }

    public required RecordedRequest Request { get; init; }

    public required RecordedResponse Response { get; init; }

    public required RecordedTls Tls { get; init; }

    /// <summary>Empty for endpoints that decide nothing, such as the metadata.</summary>
    public required DecisionTrace Trace { get; init; }

    /// <summary>In order; the handshake belongs to the exchange that opened the connection and is absent from later ones.</summary>
    public required IReadOnlyList<RecordedPhase> Phases { get; init; }

    /// <summary>Number, request line and status; never a credential.</summary>
    public override string ToString() => $"#{Number} {Request} → {Response}";
}
