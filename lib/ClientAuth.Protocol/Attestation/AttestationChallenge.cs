using System.Text.Json.Serialization;

namespace ClientAuth.Protocol.Attestation;

/// <summary>The response of the challenge endpoint (draft-ietf-oauth-attestation-based-client-auth §6.3).</summary>
public sealed record AttestationChallenge
{
    /// <summary>What the next proof of possession must hold; absent where the server asks for none.</summary>
    [JsonPropertyName("attestation_challenge")]
    public string? Challenge { get; init; }
}
