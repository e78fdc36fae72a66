namespace ClientAuth.Protocol.Resources;

/// <summary>The introspection endpoint's response (RFC 7662 §2.2). For an inactive token it has no member but <c>active</c>.</summary>
public sealed record IntrospectionResponse
{
    /// <summary>Whether the token works now, as far as the asking client may know.</summary>
    public required bool Active { get; init; }

    /// <summary>The issuer of the token.</summary>
    public string? Iss { get; init; }

    /// <summary>Whom the token speaks for; here the client itself.</summary>
    public string? Sub { get; init; }

    /// <summary>The resource that the token is for.</summary>
    public string? Aud { get; init; }

    /// <summary>The client that the token was issued to.</summary>
    public string? ClientId { get; init; }

    /// <summary>The scopes of the token, separated by spaces.</summary>
    public string? Scope { get; init; }

    /// <summary>Seconds since 1970-01-01T00:00:00Z.</summary>
    public long? Exp { get; init; }

    /// <summary>Seconds since 1970-01-01T00:00:00Z.</summary>
    public long? Iat { get; init; }

    /// <summary>The token's identifier.</summary>
    public string? Jti { get; init; }

    /// <summary><c>Bearer</c>, or <c>DPoP</c> for a token that needs a proof (RFC 9449 §6.2).</summary>
    public string? TokenType { get; init; }

    /// <summary>What the token is bound to (RFC 8705 §3.2, RFC 9449 §6.2); null for a bearer token.</summary>
    public Confirmation? Cnf { get; init; }
}
