using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Checks;

/// <summary>What one check enforces, and what the client is told when it fails.</summary>
/// <param name="Name">How the trace calls the check, such as <c>assertion.aud</c>: first half what is checked, second half what of it.</param>
/// <param name="Error">Goes on the wire and says little.</param>
/// <param name="Specification">Where the rule stands.</param>
public sealed record Rule(string Name, string Error, string Specification)
{
    /// <summary>The status of the refusal; what the error usually has, unless the rule says otherwise.</summary>
    public int Status { get; init; } =
        Error switch
        {
            OAuthErrors.InvalidClient or OAuthErrors.InvalidToken => 401,
            OAuthErrors.InsufficientScope => 403,
            OAuthErrors.ServerError => 500,
            _ => 400,
        };

    /// <summary>What in a registration the client has to mend, and is told; null where the error says enough.</summary>
    public string? Concerns { get; init; }

    /// <summary>After how long another attempt may succeed (RFC 9110 §10.2.3); null where the client should not wait for anything.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
