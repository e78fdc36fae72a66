using ClientAuth.Devices.Chains;

namespace ClientAuth.Devices.Android;

/// <summary>What an Android device is about to sign for a key; an <see cref="EvidenceFlaw"/> changes it before.</summary>
public sealed record AndroidEvidence
{
    /// <summary>What the certificate states about the key.</summary>
    public required KeyDescription Description { get; init; }

    /// <summary>The certificate chain that is issued for the key.</summary>
    public required EvidenceChain Chain { get; init; }

    /// <summary>What follows the description inside its extension; nothing, unless something is wrong.</summary>
    public ReadOnlyMemory<byte> TrailingBytes { get; init; }
}
