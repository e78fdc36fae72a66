namespace ClientAuth.Client;

/// <summary>
/// The authorization server could not be reached, was not trusted, or sent a response that makes no sense. A refusal by the
/// server is no exception: it is <see cref="TokenOutcome.Refused"/>.
/// </summary>
public sealed class AuthorizationServerException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>
    /// Whether the server may have acted on the request: a token may have been issued and lost, an assertion spent (RFC 7523 §3).
    /// False only where it is certain that nothing was sent; the same request may then be sent again.
    /// </summary>
    public bool RequestMayHaveArrived { get; init; } = true;

    /// <summary>How the response was lost; null where it was not, or where that is not known.</summary>
    public LostResponse? Lost { get; init; }

    /// <summary>When the server wants to be asked again at the earliest, where it said so (RFC 9110 §10.2.3).</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>How a response was lost after the client had connected, so that the server may have acted on the request.</summary>
public enum LostResponse
{
    /// <summary>The deadline passed before the response began.</summary>
    Late,

    /// <summary>The deadline passed after the response began and before it was complete.</summary>
    NotComplete,

    /// <summary>The connection ended before the response began.</summary>
    Never,

    /// <summary>The connection ended in the middle of the response.</summary>
    CutOff,
}
