using System.Formats.Asn1;

namespace ClientAuth.Devices.Android;

/// <summary>Which app asked for the key: Android's <c>AttestationApplicationId</c>, tag 709. The system writes it, not the app.</summary>
public sealed record AttestationApplicationId
{
    /// <summary>More than one where apps share a user of the system, and with it their keys.</summary>
    public required IReadOnlyList<AttestationPackageInfo> Packages { get; init; }

    /// <summary>SHA-256 of each certificate that the app is signed with.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> SignatureDigests { get; init; }

    /// <summary>In DER, as it stands inside an OCTET STRING.</summary>
    public byte[] Encode()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSetOf())
            {
                foreach (var package in Packages)
                {
                    package.WriteTo(writer);
                }
            }

            using (writer.PushSetOf())
            {
                foreach (var digest in SignatureDigests)
                {
                    writer.WriteOctetString(digest.Span);
                }
            }
        }

        return writer.Encode();
    }
}
