using ClientAuth.Protocol.Recording;

namespace ClientAuth.FailureCases.Running;

/// <summary>One request of a case and its response.</summary>
/// <param name="Label">Where in the case: <see cref="Before"/>, <see cref="Sent"/> or <see cref="After"/>.</param>
/// <param name="Response">What came back, or null where the connection was refused.</param>
/// <param name="Recorded">What the server recorded, or null where it never saw a request.</param>
public sealed record CaseExchange(string Label, RecordedResponse? Response, RecordedExchange? Recorded)
{
    /// <summary>The label of what prepares the case.</summary>
    public const string Before = "before";

    /// <summary>The label of what makes the case.</summary>
    public const string Sent = "sent";

    /// <summary>The label of what proves that the case left nothing behind.</summary>
    public const string After = "after";
}
