namespace ClientAuth.Protocol.Resources;

/// <summary>The response of this project's protected resource: which client it accepted, and the scope it required.</summary>
public sealed record ResourceResponse
{
    /// <summary>The client that the token was issued to.</summary>
    public required string ClientId { get; init; }

    /// <summary>The scope that was needed.</summary>
    public required string Scope { get; init; }
}
