using ClientAuth.Devices.Chains;

namespace ClientAuth.Devices.Android;

/// <summary>What an Android device is about to sign for a key; an <see cref="EvidenceFlaw"/> changes it before.</summary>
public sealed record AndroidEvidence
{
    public required KeyDescription Description { get; init; }

    public required EvidenceChain Chain { get; init; }

    /// <summary>What follows the description inside its extension; nothing, unless something is wrong.</summary>
    public ReadOnlyMemory<byte> TrailingBytes { get; init; }
}
