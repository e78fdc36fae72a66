using System.Formats.Cbor;

namespace ClientAuth.Visuals.Attestation;

/// <summary>A CBOR map with text for keys (RFC 8949 §3.1), each value still encoded.</summary>
internal sealed class CborMap
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _members = new(StringComparer.Ordinal);

    /// <exception cref="CborContentException">It is no such map.</exception>
    public CborMap(ReadOnlyMemory<byte> encoded)
    {
        var reader = new CborReader(encoded, CborConformanceMode.Lax);
        Expect(reader, CborReaderState.StartMap);
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            Expect(reader, CborReaderState.TextString);
            _members[reader.ReadTextString()] = reader.ReadEncodedValue();
        }
    }

    public string Text(string name)
    {
        var reader = Member(name, CborReaderState.TextString);
        return reader.ReadTextString();
    }

    public ReadOnlyMemory<byte> Bytes(string name)
    {
        var reader = Member(name, CborReaderState.ByteString);
        return reader.ReadByteString();
    }

    public CborMap Map(string name) => new(Encoded(name));

    public IReadOnlyList<byte[]> ListOfBytes(string name)
    {
        var reader = Member(name, CborReaderState.StartArray);
        reader.ReadStartArray();
        var items = new List<byte[]>();
        while (reader.PeekState() != CborReaderState.EndArray)
        {
            Expect(reader, CborReaderState.ByteString);
            items.Add(reader.ReadByteString());
        }

        return items;
    }

    private CborReader Member(string name, CborReaderState kind)
    {
        var reader = new CborReader(Encoded(name), CborConformanceMode.Lax);
        Expect(reader, kind);
        return reader;
    }

    private ReadOnlyMemory<byte> Encoded(string name) =>
        _members.TryGetValue(name, out var encoded) ? encoded : throw new CborContentException($"there is no '{name}'");

    private static void Expect(CborReader reader, CborReaderState kind)
    {
        if (reader.PeekState() != kind)
        {
            throw new CborContentException($"{kind} is expected, and {reader.PeekState()} is there");
        }
    }
}
