namespace ClientAuth.Protocol;

/// <summary>A refusal by the token endpoint (RFC 6749 §5.2).</summary>
public sealed record ErrorResponse
{
    /// <summary>One of <see cref="OAuthErrors"/>.</summary>
    public required string Error { get; init; }

    public string? ErrorDescription { get; init; }

    public string? ErrorUri { get; init; }
}
