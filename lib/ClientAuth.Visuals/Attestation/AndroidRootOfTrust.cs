using System.Formats.Asn1;

namespace ClientAuth.Visuals.Attestation;

/// <summary>How the device was started: <c>RootOfTrust</c> of Android's key attestation.</summary>
public sealed record AndroidRootOfTrust
{
    /// <summary>Hash of the key that signed the operating system.</summary>
    public ReadOnlyMemory<byte> VerifiedBootKey { get; init; }

    /// <summary>Whether the boot loader is locked, so that no other system can be installed.</summary>
    public required bool DeviceLocked { get; init; }

    public required AndroidBootState VerifiedBootState { get; init; }

    /// <summary>Hash of what was started; empty in the first two versions of the form.</summary>
    public ReadOnlyMemory<byte> VerifiedBootHash { get; init; }

    internal static AndroidRootOfTrust Read(ReadOnlyMemory<byte> encoded)
    {
        var members = new AsnReader(encoded, AsnEncodingRules.DER).ReadSequence();
        return new AndroidRootOfTrust
        {
            VerifiedBootKey = members.ReadOctetString(),
            DeviceLocked = members.ReadBoolean(),
            VerifiedBootState = members.ReadEnumeratedValue<AndroidBootState>(),
            VerifiedBootHash = members.HasData ? members.ReadOctetString() : [],
        };
    }
}
