using System.Text.Json.Serialization;

namespace ClientAuth.Protocol.Resources;

/// <summary>The certificate or key that a token is bound to: its <c>cnf</c> member (RFC 7800 §3.1).</summary>
public sealed record Confirmation
{
    /// <summary>Base64url SHA-256 of a certificate (RFC 8705 §3.1).</summary>
    [JsonPropertyName("x5t#S256")]
    public string? X5tS256 { get; init; }

    /// <summary>RFC 7638 thumbprint of a DPoP key (RFC 9449 §6.1).</summary>
    public string? Jkt { get; init; }
}
