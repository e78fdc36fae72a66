using ClientAuth.Protocol.Recording;
using ClientAuth.Protocol.Tls;

namespace ClientAuth.Lab.Exercises.Handshakes;

/// <summary>Wrong answers to the second exercise of lesson 15: common mistakes in telling from a handshake whether the client sent a certificate.</summary>
internal static class MonitorMistakes
{
    private const int HeaderAndEmptyList = 7;

    /// <summary>What the team's monitor says: it takes the server's certificate for the client's.</summary>
    public static string OfTheTeam(TlsTranscript it) => Has(it, "Certificate") ? "sent" : "not asked";

    /// <summary>Overlooks nothing.</summary>
    public static string Right(TlsTranscript it) => Has(it, "Alert") ? "refused" : WithoutAlerts(it);

    /// <summary>Does not look for alerts.</summary>
    public static string WithoutAlerts(TlsTranscript it) =>
        it.IsResumed ? "resumed"
        : it.Version == "TLS 1.3" ? "hidden"
        : !Has(it, "CertificateRequest") ? "not asked"
        : IsSent(it) ? "sent"
        : "none";

    /// <summary>Says this instead of that.</summary>
    public static Func<TlsTranscript, string> Instead(string right, string wrong) =>
        it => Right(it) is var report && report == right ? wrong : report;

    /// <summary>Whether the client's Certificate message holds more than the length of an empty list.</summary>
    public static bool IsSent(TlsTranscript it) =>
        it.Messages.Any(one => one is { Sender: Participant.Client, Name: "Certificate", Size: > HeaderAndEmptyList });

    public static bool Has(TlsTranscript it, string name) => it.Messages.Any(one => one.Name == name);
}
