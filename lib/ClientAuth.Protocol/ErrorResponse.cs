namespace ClientAuth.Protocol;

/// <summary>The error response of the token endpoint (RFC 6749 §5.2); the other endpoints use its form, too.</summary>
public sealed record ErrorResponse
{
    /// <summary>One of <see cref="OAuthErrors"/>.</summary>
    public required string Error { get; init; }

    public string? ErrorDescription { get; init; }

    public string? ErrorUri { get; init; }
}
