using System.Formats.Asn1;
using System.Net;

namespace ClientAuth.Credentials;

/// <summary>One entry of name constraints: a name of one kind, and all names below it (RFC 5280 §4.2.1.10).</summary>
public sealed class GeneralSubtree
{
    private readonly Action<AsnWriter> _write;

    private GeneralSubtree(Action<AsnWriter> write) => _write = write;

    /// <summary>A mailbox, all mailboxes of a host, or with a leading dot those of all hosts below.</summary>
    public static GeneralSubtree Email(string constraint) => Text(1, constraint);

    /// <summary>A DNS name and every name below it.</summary>
    public static GeneralSubtree Dns(string constraint) => Text(2, constraint);

    /// <summary>The host of a URI, or with a leading dot all hosts below.</summary>
    public static GeneralSubtree Uri(string constraint) => Text(6, constraint);

    /// <summary>A range of addresses.</summary>
    public static GeneralSubtree IpAddress(IPNetwork network) =>
        new(writer => writer.WriteOctetString([.. network.BaseAddress.GetAddressBytes(), .. Mask(network)], Tag(7)));

    /// <summary>A distinguished name, in the string form of RFC 4514, and every name below it.</summary>
    /// <exception cref="ArgumentException">It is no name.</exception>
    public static GeneralSubtree DirectoryName(string constraint)
    {
        var name = SubjectName.Parse(constraint).RawData;
        return new GeneralSubtree(writer =>
        {
            // Tagged explicitly: a name is a CHOICE.
            using (writer.PushSequence(Tag(4)))
            {
                writer.WriteEncodedValue(name);
            }
        });
    }

    internal void Write(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            _write(writer);
        }
    }

    private static GeneralSubtree Text(int tag, string value) =>
        new(writer => writer.WriteCharacterString(UniversalTagNumber.IA5String, value, Tag(tag)));

    private static Asn1Tag Tag(int value) => new(TagClass.ContextSpecific, value);

    private static IEnumerable<byte> Mask(IPNetwork network) =>
        Enumerable
            .Range(0, network.BaseAddress.GetAddressBytes().Length)
            .Select(octet => (byte)(0xFF00 >> Math.Clamp(network.PrefixLength - (8 * octet), 0, 8)));
}
