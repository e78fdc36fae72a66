namespace ClientAuth.Protocol.Authorization;

/// <summary>A successful response of the pushed authorization request endpoint (RFC 9126 §2.2).</summary>
public sealed record PushedAuthorizationResponse
{
    /// <summary>Stands for the pushed request; only its client may use it, once.</summary>
    public required string RequestUri { get; init; }

    /// <summary>Lifetime in seconds.</summary>
    public required long ExpiresIn { get; init; }
}
