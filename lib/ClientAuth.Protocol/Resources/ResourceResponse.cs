namespace ClientAuth.Protocol.Resources;

/// <summary>What this project's protected resource answers: whom it let in, and by which right.</summary>
public sealed record ResourceResponse
{
    /// <summary>The client that the token was issued to.</summary>
    public required string ClientId { get; init; }

    /// <summary>The scope that was needed.</summary>
    public required string Scope { get; init; }
}
