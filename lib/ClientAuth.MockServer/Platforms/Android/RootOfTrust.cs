using System.Formats.Asn1;

namespace ClientAuth.MockServer.Platforms.Android;

/// <summary>How a device was started (Android, RootOfTrust).</summary>
/// <param name="IsLocked">Whether its boot loader refuses to start anything else.</param>
/// <param name="BootState">What it has started.</param>
internal sealed record RootOfTrust(bool IsLocked, VerifiedBootState BootState)
{
    /// <exception cref="AsnContentException">These bytes are none.</exception>
    public static RootOfTrust Read(AsnReader content)
    {
        var sequence = content.ReadSequence();
        sequence.ReadOctetString(); // verifiedBootKey: whose software it is does not matter once its state does
        var isLocked = sequence.ReadBoolean();
        var state = KeyDescription.ReadEnumerated<VerifiedBootState>(sequence);
        if (sequence.HasData)
        {
            sequence.ReadOctetString(); // verifiedBootHash, since version 3
        }

        sequence.ThrowIfNotEmpty();
        return new RootOfTrust(isLocked, state);
    }
}
