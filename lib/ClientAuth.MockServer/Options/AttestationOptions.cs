namespace ClientAuth.MockServer.Options;

/// <summary>Which client attestations are believed (draft-ietf-oauth-attestation-based-client-auth §7).</summary>
public sealed record AttestationOptions
{
    /// <summary>Whose client attestations are believed; nobody's by default.</summary>
    public IReadOnlyList<ClientAttester> ClientAttesters { get; init; } = [];

    /// <summary>How long ago a client attestation with <c>iat</c> may have been made; one hour by default. An older one gets <c>use_fresh_attestation</c>.</summary>
    public TimeSpan MaximumAttestationAge { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Whether a client attestation must say when it was made; not by default: <c>iat</c> is optional, and <c>exp</c> will do
    /// (draft-ietf-oauth-attestation-based-client-auth §4, §7.1 (6)). Without it <see cref="MaximumAttestationAge"/> cannot be held to.
    /// </summary>
    public bool RequireAttestationIssueTime { get; init; }

    /// <summary>Whether the proof of an attested client must hold a challenge of this server.</summary>
    public NoncePolicy AttestationChallenges { get; init; } = NoncePolicy.Required;

    internal void Check() => InvalidOptionException.ThrowUnlessLasting(MaximumAttestationAge);
}
