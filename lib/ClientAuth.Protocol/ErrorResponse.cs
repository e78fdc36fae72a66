namespace ClientAuth.Protocol;

/// <summary>The error response of the token endpoint (RFC 6749 §5.2); the other endpoints use its form, too.</summary>
public sealed record ErrorResponse
{
    /// <summary>One of <see cref="OAuthErrors"/>.</summary>
    public required string Error { get; init; }

    /// <summary>A text for the client's developer, not for its user.</summary>
    public string? ErrorDescription { get; init; }

    /// <summary>A page about the error.</summary>
    public string? ErrorUri { get; init; }
}
