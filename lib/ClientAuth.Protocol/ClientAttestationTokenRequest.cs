namespace ClientAuth.Protocol;

/// <summary>
/// The request of a device for a Client Attestation Token. No specification has this request; the platforms define what it
/// carries, a challenge and the evidence. A DPoP proof in the header shows the key that the token will be bound to.
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
