using ClientAuth.MockServer.Tests.Differential.Chains;

namespace ClientAuth.MockServer.Tests.Differential.Plans;

/// <summary>Bits flipped, and numbers and identifiers that mean something else.</summary>
internal static class ValueEdits
{
    private const byte Integer = 0x02;
    private const byte ObjectIdentifier = 0x06;
    private const byte Explicit3 = 0xA3;

    private static readonly byte[][] Integers =
    [
        [0],
        [1],
        [2],
        [3],
        [0x7F],
        [0xFF],
        [.. Enumerable.Repeat<byte>(0x55, 20)],
        [.. Enumerable.Repeat<byte>(0x55, 21)],
        [.. Enumerable.Repeat<byte>(0x7F, 200)],
    ];

    // Extensions of RFC 5280 §4.2.1 and §4.2.2, algorithms of RFC 5758, types of attributes, and one that nobody has assigned.
    private static readonly byte[][] Identifiers =
    [
        .. from last in new byte[] { 14, 15, 17, 18, 19, 30, 32, 33, 35, 36, 37, 54 }
        select new byte[] { 0x55, 0x1D, last },
        .. from last in new byte[] { 3, 6, 10, 11 } select new byte[] { 0x55, 0x04, last },
        .. from last in new byte[] { 1, 2, 3, 4 } select new byte[] { 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, last },
        .. from last in new byte[] { 1, 2, 4, 8 } select new byte[] { 0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03, last },
        [0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x01, 0x0E],
        [0x2A, 0x03, 0x04],
    ];

    public static IReadOnlyList<DerEditKind> All { get; } =
    [
        new(
            "bit flipped",
            node => node is { IsPrimitive: true, Content: not [] },
            (node, _, choice) => FlipBit(node, choice)
        ),
        new("tag flipped", _ => true, (node, _, choice) => node.Identifier ^= (byte)(1 << (choice % 8))),
        new(
            "another number",
            node => node is { Identifier: Integer, IsPrimitive: true },
            (node, _, choice) => node.Content = Integers[choice % Integers.Length]
        ),
        new(
            "another identifier",
            node => node is { Identifier: ObjectIdentifier, IsPrimitive: true },
            (node, _, choice) => node.Content = Identifiers[choice % Identifiers.Length]
        ),
        new(
            "an extension moved",
            node => node is { Identifier: Explicit3, Children: [{ Children.Count: > 1 }] },
            (node, _, choice) => Rotate(node.Children![0].Children!, choice)
        ),
        new(
            "an extension removed",
            node => node is { Identifier: Explicit3, Children: [{ Children.Count: > 1 }] },
            (node, _, choice) => node.Children![0].Children!.RemoveAt(choice % node.Children[0].Children!.Count)
        ),
        new(
            "without basic constraints",
            node => node is { Identifier: Explicit3, Children: [{ Children.Count: > 0 }] },
            (node, _, _) => node.Children![0].Children!.RemoveAll(IsBasicConstraints)
        ),
        new(
            "an unknown extension twice",
            node => node is { Identifier: Explicit3, Children: [{ Children.Count: > 0 }] },
            (node, _, _) => node.Children![0].Children!.AddRange([Unknown(), Unknown()])
        ),
        new(
            "an extension twice",
            node => node is { Identifier: Explicit3, Children: [{ Children.Count: > 0 }] },
            (node, _, choice) =>
                node.Children![0]
                    .Children!.Add(node.Children[0].Children![choice % node.Children[0].Children!.Count].Copy())
        ),
    ];

    private static bool IsBasicConstraints(DerNode extension) =>
        extension.Children is [{ Content: [0x55, 0x1D, 19] }, ..];

    private static DerNode Unknown() => DerNode.Read([0x30, 0x07, 0x06, 0x03, 0x2A, 0x03, 0x04, 0x04, 0x00]);

    private static void FlipBit(DerNode node, int choice)
    {
        var bit = choice % (8 * node.Content.Length);
        node.Content = [.. node.Content];
        node.Content[bit / 8] ^= (byte)(0x80 >> (bit % 8));
    }

    private static void Rotate(List<DerNode> extensions, int choice)
    {
        var moved = extensions[choice % extensions.Count];
        extensions.Remove(moved);
        extensions.Insert(0, moved);
    }
}
