using ClientAuth.MockServer.Tests.Differential.Chains;

namespace ClientAuth.MockServer.Tests.Differential.Plans;

/// <summary>The same value, or nearly, in an encoding that DER does not have (X.690 §10, §11).</summary>
internal static class EncodingEdits
{
    private const byte Boolean = 0x01;
    private const byte Integer = 0x02;
    private const byte BitString = 0x03;
    private const byte OctetString = 0x04;
    private const byte ObjectIdentifier = 0x06;
    private const byte Sequence = 0x30;

    public static IReadOnlyList<DerEditKind> All { get; } =
    [
        new("padded length", _ => true, (node, _, _) => node.Length = new LengthForm(LengthForm.Kind.Padded)),
        new(
            "indefinite length",
            node => (node.Identifier & DerNode.Constructed) != 0,
            (node, _, _) => node.Length = new LengthForm(LengthForm.Kind.Indefinite)
        ),
        new(
            "constructed string",
            node => node.IsPrimitive && IsString(node),
            (node, _, _) =>
            {
                node.Children = [new DerNode(node.Identifier, [], node.Content, null)];
                node.Identifier |= DerNode.Constructed;
            }
        ),
        new("padded integer", IsInteger, (node, _, _) => node.Content = [0, .. node.Content]),
        new("integer without its sign octet", IsPositive, (node, _, _) => node.Content = node.Content[1..]),
        new(
            "TRUE as 1",
            node => node is { Identifier: Boolean, IsPrimitive: true },
            (node, _, _) => node.Content = [1]
        ),
        new(
            "FALSE written out",
            node => node is { Identifier: Sequence, Children: [{ Identifier: ObjectIdentifier }, ..] },
            (node, _, _) => node.Children!.Insert(1, new DerNode(Boolean, [], [0], null))
        ),
        new(
            "made critical",
            node =>
                node
                    is {
                        Identifier: Sequence,
                        Children: [{ Identifier: ObjectIdentifier }, { Identifier: OctetString }]
                    },
            (node, _, _) => node.Children!.Insert(1, new DerNode(Boolean, [], [0xFF], null))
        ),
        new("unused bits", node => node.Identifier == BitString, (node, _, choice) => SetUnusedBits(node, choice)),
        new(
            "padded identifier",
            node => node is { Identifier: ObjectIdentifier, Content.Length: > 1 },
            (node, _, _) => node.Content = [node.Content[0], 0x80, .. node.Content[1..]]
        ),
    ];

    private static bool IsInteger(DerNode node) => node is { Identifier: Integer, IsPrimitive: true };

    private static bool IsPositive(DerNode node) => IsInteger(node) && node.Content is [0, _, ..];

    private static bool IsString(DerNode node) =>
        node.Identifier is 0x03 or 0x04 or 0x0C or 0x13 or 0x16 or 0x82 or 0x86;

    private static void SetUnusedBits(DerNode node, int choice)
    {
        var bits = (byte)(1 + (choice % 9));
        if (node.IsPrimitive && node.Content is [_, .. var rest])
        {
            node.Content = [bits, .. rest];
        }
        else
        {
            node.Prefix = [bits];
        }
    }
}
