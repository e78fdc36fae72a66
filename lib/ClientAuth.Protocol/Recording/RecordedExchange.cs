using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;

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

/// <summary>The TLS connection that a request came over, as the server saw it.</summary>
/// <param name="Version">For example <c>TLS 1.3</c>.</param>
/// <param name="CipherSuite">Registered name, for example <c>TLS_AES_256_GCM_SHA384</c>.</param>
/// <param name="ClientCertificate">What the client presented, without a private key, or null.</param>
public sealed record RecordedTls(string Version, string CipherSuite, X509Certificate2? ClientCertificate);

/// <summary>A named stretch of time within one exchange, on the monotonic clock.</summary>
public sealed record RecordedPhase(string Name, TimeSpan Duration)
{
    /// <summary>When it began, on the machine's monotonic clock, of which only differences mean something; null where that was not noted.</summary>
    public TimeSpan? Started { get; init; }

    /// <summary>A stretch between two readings of <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public static RecordedPhase Between(string name, long started, long ended) =>
        new(name, Stopwatch.GetElapsedTime(started, ended)) { Started = Stopwatch.GetElapsedTime(0, started) };
}
