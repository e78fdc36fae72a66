using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Text;
using ClientAuth.Visuals.Transcripts;

namespace ClientAuth.Visuals.Sequences;

/// <summary>The words on the steps of a sequence.</summary>
internal static class StepWords
{
    /// <summary>Most characters of a value that stand in a drawing; the transcript below it has the rest.</summary>
    private const int Longest = 100;

    /// <summary>Text without control characters, cut to the length that fits a drawing.</summary>
    public static string Shown(string text) =>
        text.Length <= Longest
            ? VisibleText.Line(text)
            : $"{VisibleText.Line(text[..Longest])}… ({Numbers.Show(text.Length)} characters)";

    public static string NameOf(Participant participant) =>
        participant switch
        {
            Participant.Device => "device",
            Participant.Client => "client",
            Participant.AuthorizationServer => "authorization server",
            Participant.Resource => "resource",
            Participant.KeyHost => "key host",
            _ => throw new ArgumentOutOfRangeException(nameof(participant)),
        };

    /// <summary>For example <c>client, authorization server and resource</c>.</summary>
    public static string Listed(IReadOnlyList<Participant> participants) =>
        string.Join(", ", participants.SkipLast(1).Select(NameOf)) is { Length: > 0 } others
            ? $"{others} and {NameOf(participants[^1])}"
            : NameOf(participants[^1]);

    public static string Handshake(RecordedTls tls) => $"{Shown(tls.Version)} handshake";

    /// <summary>The client's certificate, where it presented one.</summary>
    public static IReadOnlyList<string> Certificate(RecordedTls tls) =>
        tls.ClientCertificate is { } certificate ? [Shown($"client certificate {certificate.Subject}")] : [];

    public static string Headline(RecordedRequest request) => Shown($"{request}");

    public static string Headline(RecordedResponse response) =>
        response.Status == RecordedResponse.Nothing.Status ? "✗ no answer"
        : response.Status < 400 ? $"✓ {MessageTranscript.Status(response)}"
        : ErrorOf(response) is { } error ? $"✗ {Numbers.Show(response.Status)} {Shown(error)}"
        : $"✗ {MessageTranscript.Status(response)}";

    /// <summary>How long a step took; of checks, in which time they were done since the request had been read. Null where it was not measured.</summary>
    public static string? Took(SequenceStep step) =>
        step.Duration is not { } duration ? null
        : step is { Kind: StepKind.Note, Exchange: not null } ? $" in {Numbers.Rough(duration)}"
        : $", {Numbers.Rough(duration)}";

    /// <summary>The result of a server's checks, or null where it made none.</summary>
    public static string? Checks(DecisionTrace trace) =>
        trace.Failure is { } failure ? $"✗ {Shown(failure.Check)}"
        : Passed(trace) is var passed and > 0 ? $"✓ {Checks(passed)} passed"
        : trace.Decisions.Count > 0 ? "misbehaves on purpose"
        : null;

    /// <summary>How much had passed before a check failed.</summary>
    public static IReadOnlyList<string> BeforeTheFailure(DecisionTrace trace) =>
        trace.Failure is null ? [] : [$"failed after {Checks(Passed(trace))} passed"];

    private static int Passed(DecisionTrace trace) =>
        trace.Decisions.Count(decision => decision.Verdict == Verdict.Passed);

    private static string Checks(int count) => count == 1 ? "1 check" : $"{Numbers.Show(count)} checks";

    private static string? ErrorOf(RecordedResponse response) =>
        ReadableJson.Object(response.Body) is { } json && json.TryGetProperty("error", out var error)
            ? ReadableJson.Text(error)
            : null;
}
