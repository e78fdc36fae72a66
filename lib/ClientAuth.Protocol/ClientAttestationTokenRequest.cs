namespace ClientAuth.Protocol;

/// <summary>
/// What a device sends for a Client Attestation Token. No specification has this request; what it carries, a challenge and a
/// platform's evidence, is the platforms' own. A DPoP proof beside it shows the key that the token will be bound to.
/// </summary>
public sealed record ClientAttestationTokenRequest
{
    /// <summary>The client that the app is, registered for no authentication.</summary>
    public required string ClientId { get; init; }

    /// <summary>From the challenge endpoint; good for one request.</summary>
    public required string Challenge { get; init; }

    public required PlatformAttestation Attestation { get; init; }

    /// <summary>The client and the format; never the evidence.</summary>
    public override string ToString() => $"{ClientId}, {Attestation}";
}
