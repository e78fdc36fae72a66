using System.Formats.Asn1;
using System.Text;

namespace ClientAuth.Devices.Android;

/// <summary>Which app asked for the key: Android's <c>AttestationApplicationId</c>, tag 709. The system writes it, not the app.</summary>
public sealed record AttestationApplicationId
{
    public required string PackageName { get; init; }

    /// <summary>The <c>versionCode</c>.</summary>
    public required int Version { get; init; }

    /// <summary>SHA-256 of each certificate that the app is signed with.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> SignatureDigests { get; init; }

    /// <summary>In DER, as it stands inside an OCTET STRING.</summary>
    public byte[] Encode()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSetOf())
            using (writer.PushSequence())
            {
                writer.WriteOctetString(Encoding.UTF8.GetBytes(PackageName));
                writer.WriteInteger(Version);
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
