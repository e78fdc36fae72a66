using System.Formats.Asn1;

namespace ClientAuth.MockServer.Certificates.Der;

/// <summary>The distinguished encoding: one value, one encoding (X.690 §10 and §11). Most readers take any basic encoding.</summary>
internal static class DerRules
{
    // Beyond what certificates need; whoever nests deeper is after the stack.
    private const int Deepest = 32;

    /// <summary>Reads every value, down to the contents of octet strings, which have readers of their own.</summary>
    /// <exception cref="AsnContentException">Something is not encoded in DER.</exception>
    public static void Check(ReadOnlyMemory<byte> encoded) => CheckAll(new AsnReader(encoded, AsnEncodingRules.DER), 0);

    private static void CheckAll(AsnReader reader, int depth)
    {
        if (depth > Deepest)
        {
            throw new MalformedEncodingException($"values nested more than {Deepest} deep");
        }

        while (reader.HasData)
        {
            CheckNext(reader, depth);
        }
    }

    private static void CheckNext(AsnReader reader, int depth)
    {
        var tag = reader.PeekTag();
        if (tag is { TagClass: TagClass.ContextSpecific, IsConstructed: true })
        {
            CheckAll(reader.ReadSequence(tag), depth + 1);
            return;
        }

        switch (
            tag.TagClass == TagClass.Universal ? (UniversalTagNumber)tag.TagValue : UniversalTagNumber.EndOfContents
        )
        {
            case UniversalTagNumber.Sequence:
                CheckAll(reader.ReadSequence(), depth + 1);
                break;
            case UniversalTagNumber.SetOf:
                CheckAll(reader.ReadSetOf(), depth + 1);
                break;
            case UniversalTagNumber.Boolean:
                reader.ReadBoolean();
                break;
            case UniversalTagNumber.Integer:
                reader.ReadIntegerBytes();
                break;
            case UniversalTagNumber.BitString:
                reader.ReadBitString(out _);
                break;
            case UniversalTagNumber.OctetString:
                reader.ReadOctetString();
                break;
            case UniversalTagNumber.Null:
                reader.ReadNull();
                break;
            case UniversalTagNumber.ObjectIdentifier:
                reader.ReadObjectIdentifier();
                break;
            default:
                reader.ReadEncodedValue();
                break;
        }
    }
}
