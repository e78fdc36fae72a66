namespace ClientAuth.MockServer.Tests.Differential.Chains;

/// <summary>
/// A value of DER as a tree that can be edited and written again, also as what is no DER (X.690 §8.1). It reads only what was encoded
/// correctly; values inside of an extension or of a signature are part of the tree.
/// </summary>
internal sealed class DerNode(byte identifier, byte[] prefix, byte[] content, List<DerNode>? children)
{
    public const byte Constructed = 0x20;

    private const byte BitString = 0x03;
    private const byte OctetString = 0x04;
    private const byte Sequence = 0x30;

    /// <summary>The identifier octet: class, constructed or primitive, and number.</summary>
    public byte Identifier { get; set; } = identifier;

    /// <summary>Octets in front of the values inside: the number of unused bits of a bit string.</summary>
    public byte[] Prefix { get; set; } = prefix;

    /// <summary>The content where there are no values inside.</summary>
    public byte[] Content { get; set; } = content;

    /// <summary>The values inside, or null for a content that is no list of values.</summary>
    public List<DerNode>? Children { get; set; } = children;

    /// <summary>How the length is written.</summary>
    public LengthForm Length { get; set; }

    public bool IsPrimitive => Children is null;

    /// <summary>Reads one value and nothing behind it.</summary>
    public static DerNode Read(ReadOnlySpan<byte> der) =>
        ReadAll(der, isInSequence: false) is [var only]
            ? only
            : throw new ArgumentException("This is not one value in DER.", nameof(der));

    /// <summary>Itself and all values inside, each with the value that it is inside of.</summary>
    public IEnumerable<(DerNode Node, DerNode? Parent)> All(DerNode? parent = null) =>
        [(this, parent), .. (Children ?? []).SelectMany(child => child.All(this))];

    public byte[] Encode()
    {
        byte[] content = Children is null ? Content : [.. Prefix, .. Children.SelectMany(child => child.Encode())];
        return [Identifier, .. Length.Write(content.Length), .. content, .. Length.End];
    }

    /// <summary>A copy that can be edited alone.</summary>
    public DerNode Copy() =>
        new(Identifier, [.. Prefix], [.. Content], Children?.ConvertAll(child => child.Copy())) { Length = Length };

    private static List<DerNode>? ReadAll(ReadOnlySpan<byte> der, bool isInSequence)
    {
        var nodes = new List<DerNode>();
        while (!der.IsEmpty)
        {
            if (!TryReadLength(der, out var header, out var length))
            {
                return null;
            }

            var content = der.Slice(header, length);
            // The value of an extension is inside of an octet string, behind its identifier (RFC 5280 §4.1).
            nodes.Add(ReadOne(der[0], content, mayWrap: isInSequence && nodes.Count > 0));
            der = der[(header + length)..];
        }

        return nodes;
    }

    private static DerNode ReadOne(byte identifier, ReadOnlySpan<byte> content, bool mayWrap)
    {
        var inner = identifier switch
        {
            _ when (identifier & Constructed) != 0 => ReadAll(content, identifier == Sequence),
            OctetString when mayWrap => ReadAll(content, isInSequence: false),
            BitString when content is [0, Sequence, ..] => ReadAll(content[1..], isInSequence: false),
            _ => null,
        };
        return inner is { Count: > 0 } || (identifier & Constructed) != 0
            ? new DerNode(identifier, identifier == BitString ? [0] : [], [], inner ?? [])
            : new DerNode(identifier, [], content.ToArray(), null);
    }

    private static bool TryReadLength(ReadOnlySpan<byte> der, out int header, out int length)
    {
        (header, length) = der switch
        {
            [_, < 0x80 and var one, ..] => (2, one),
            [_, 0x81, var one, ..] => (3, one),
            [_, 0x82, var high, var low, ..] => (4, (high << 8) | low),
            _ => (0, int.MaxValue),
        };
        return length <= der.Length - header;
    }
}
