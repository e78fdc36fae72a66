using ClientAuth.Protocol.Recording;
using ClientAuth.Protocol.Tls;
using ClientAuth.Visuals.Sequences;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Handshakes;

/// <summary>The words about a handshake, as drawing and text say them.</summary>
internal static class HandshakeWords
{
    /// <summary>For example <c>TLS 1.2, full, with a client certificate</c>.</summary>
    public static string Kind(RecordedHandshake handshake, TlsTranscript transcript) =>
        handshake.Failure is not null ? $"{transcript.Version ?? "TLS"}, failed"
        : transcript.Version is not { } version ? "No server hello was recorded"
        : $"{version}, {(transcript.IsResumed ? "resumed" : "full")}, "
            + (handshake.IsMutual ? "with a client certificate" : "without a client certificate");

    /// <summary>For example <c>2 round trips, 3412 bytes, 4.2 ms</c>.</summary>
    /// <summary>What does not depend on how busy the machine was.</summary>
    public static string Cost(TlsTranscript transcript) =>
        $"{Counted(transcript.RoundTrips, "round trip")}, {Counted(BytesOf(transcript), "byte")}";

    public static string Summary(RecordedHandshake handshake, TlsTranscript transcript) =>
        $"{Kind(handshake, transcript)}: {Cost(transcript)}";

    /// <summary>Of one handshake, which has nothing beside it to be compared with.</summary>
    public static string TimedSummary(RecordedHandshake handshake, TlsTranscript transcript) =>
        Summary(handshake, transcript) + (handshake.Completed is { } time ? $", {Numbers.Rough(time)}" : "");

    public static int BytesOf(TlsTranscript transcript) =>
        transcript.SizeOf(Participant.Client) + transcript.SizeOf(Participant.AuthorizationServer);

    /// <summary>For example <c>Certificate, 812 bytes</c>.</summary>
    public static string Headline(TlsMessage message) =>
        $"{Mark(message)}{message.Name}, {Counted(message.Size, "byte")}";

    /// <summary>In front of what mutual TLS adds.</summary>
    public static string Mark(TlsMessage message) => message.IsForClientCertificate ? "◆ " : "";

    /// <summary>What it says, as far as it could be read.</summary>
    public static string Detail(TlsMessage message) =>
        message.Problem is { } problem ? $"✗ {StepWords.Shown($"{problem}")}" : StepWords.Shown(message.Summary);

    public static string Who(Participant sender) =>
        sender == Participant.Client ? "client → server" : "server → client";

    /// <summary>For example <c>client → server: 4 messages in 3 records, 1204 bytes</c>.</summary>
    public static string Turn(TlsFlight flight) =>
        $"{Who(flight.Sender)}: {Counted(flight.Messages.Count, "message")} in "
        + $"{Counted(flight.Records.Count, "record")}, {Counted(flight.Size, "byte")}";

    /// <summary>The same on a narrow page, where its time stands with it.</summary>
    public static string ShortTurn(TlsFlight flight) =>
        $"{Who(flight.Sender)}: {Counted(flight.Size, "byte")}, {Elapsed.Show(flight.At)}";

    /// <summary>What stands between the handshake and what follows it, or where it broke off.</summary>
    public static string End(RecordedHandshake handshake) =>
        handshake.Completed is { } completed
            ? $"The client has completed the handshake after {Numbers.Rough(completed)}"
            : "✗ The client has not completed the handshake";

    public static string Counted(int count, string noun) => $"{Numbers.Show(count)} {noun}{(count == 1 ? "" : "s")}";
}
