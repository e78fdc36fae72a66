namespace ClientAuth.Protocol;

/// <summary>A set of public keys (RFC 7517 §5).</summary>
public sealed record JwkSet
{
    public required IReadOnlyList<Jwk> Keys { get; init; }
}
