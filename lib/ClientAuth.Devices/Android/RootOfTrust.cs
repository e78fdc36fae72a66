using System.Formats.Asn1;

namespace ClientAuth.Devices.Android;

/// <summary>How the device was started: Android's <c>RootOfTrust</c>.</summary>
public sealed record RootOfTrust
{
    /// <summary>SHA-256 of the key that signed the system; zeros where nothing was verified.</summary>
    public required ReadOnlyMemory<byte> VerifiedBootKey { get; init; }

    /// <summary>Whether the boot loader is locked.</summary>
    public required bool DeviceLocked { get; init; }

    /// <summary>What the boot loader found when it checked the system.</summary>
    public required VerifiedBootState VerifiedBootState { get; init; }

    /// <summary>SHA-256 over all that was verified.</summary>
    public required ReadOnlyMemory<byte> VerifiedBootHash { get; init; }

    internal void WriteTo(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteOctetString(VerifiedBootKey.Span);
            writer.WriteBoolean(DeviceLocked);
            writer.WriteEnumeratedValue(VerifiedBootState);
            writer.WriteOctetString(VerifiedBootHash.Span);
        }
    }
}
