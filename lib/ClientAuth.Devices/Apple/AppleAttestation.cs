using ClientAuth.Devices.Chains;
using ClientAuth.Protocol.Attestation;

namespace ClientAuth.Devices.Apple;

/// <summary>What Apple is about to attest of a new key; an <see cref="EvidenceFlaw"/> changes it before.</summary>
public sealed record AppleAttestation
{
    /// <summary>The <c>fmt</c> of the attestation object.</summary>
    public string Format { get; init; } = AttestationFormats.AppleAppAttest;

    public required AuthenticatorData AuthenticatorData { get; init; }

    /// <summary>What the app sends as the key's name.</summary>
    public required ReadOnlyMemory<byte> KeyId { get; init; }

    public required EvidenceChain Chain { get; init; }

    /// <summary>The certificate is for a key that nobody attests.</summary>
    public bool CertifiesStranger { get; init; }

    /// <summary>What follows the attestation object; nothing, unless something is wrong.</summary>
    public ReadOnlyMemory<byte> TrailingBytes { get; init; }
}
