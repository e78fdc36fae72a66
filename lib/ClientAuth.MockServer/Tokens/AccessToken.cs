namespace ClientAuth.MockServer.Tokens;

/// <summary>What a verified access token of this server says (RFC 9068 §2.2); never the token itself.</summary>
/// <param name="Jti">Its identifier.</param>
/// <param name="ClientId">Whom it was issued to.</param>
/// <param name="Scopes">What it allows, one by one.</param>
/// <param name="Expires">When it dies.</param>
/// <param name="Binding">What it works with alone.</param>
internal sealed record AccessToken(
    string Jti,
    string ClientId,
    IReadOnlyList<string> Scopes,
    DateTimeOffset Expires,
    TokenBinding Binding
)
{
    /// <summary>Whom it speaks for; the client itself, in each of this server's grants.</summary>
    public string? Subject { get; init; }

    public DateTimeOffset? IssuedAt { get; init; }
}
