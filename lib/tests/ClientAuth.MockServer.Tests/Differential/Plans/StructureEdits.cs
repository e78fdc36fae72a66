using ClientAuth.MockServer.Tests.Differential.Chains;

namespace ClientAuth.MockServer.Tests.Differential.Plans;

/// <summary>Values removed, doubled, moved and cut.</summary>
internal static class StructureEdits
{
    public static IReadOnlyList<DerEditKind> All { get; } =
    [
        new("removed", _ => true, (node, parent, _) => parent.Children!.Remove(node)),
        new(
            "doubled",
            _ => true,
            (node, parent, _) => parent.Children!.Insert(parent.Children.IndexOf(node), node.Copy())
        ),
        new("reversed", node => node.Children is { Count: > 1 }, (node, _, _) => node.Children!.Reverse()),
        new("swapped", node => node.Children is { Count: > 1 }, (node, _, choice) => Swap(node.Children!, choice)),
        new("emptied", _ => true, (node, _, _) => (node.Children, node.Content) = (null, [])),
        new(
            "cut",
            node => node is { IsPrimitive: true, Content: not [] },
            (node, _, _) => node.Content = node.Content[..^1]
        ),
        new("extended", node => node.IsPrimitive, (node, _, choice) => node.Content = [.. node.Content, (byte)choice]),
        new("wrapped", _ => true, (node, parent, _) => Wrap(node, parent)),
        new(
            "unwrapped",
            node => node.Children is { Count: > 0 },
            (node, parent, _) => parent.Children![parent.Children.IndexOf(node)] = node.Children![0]
        ),
        new("with NULL inside", node => node.Children is not null, (node, _, _) => node.Children!.Add(Null())),
        new(
            "with NULL behind",
            _ => true,
            (node, parent, _) => parent.Children!.Insert(parent.Children.IndexOf(node) + 1, Null())
        ),
        new("length one more", _ => true, (node, _, _) => node.Length = new LengthForm(LengthForm.Kind.OneMore)),
        new("length one less", _ => true, (node, _, _) => node.Length = new LengthForm(LengthForm.Kind.OneLess)),
    ];

    private static void Swap(List<DerNode> children, int choice)
    {
        var at = choice % (children.Count - 1);
        (children[at], children[at + 1]) = (children[at + 1], children[at]);
    }

    private static void Wrap(DerNode node, DerNode parent) =>
        parent.Children![parent.Children.IndexOf(node)] = new DerNode(0x30, [], [], [node]);

    private static DerNode Null() => new(0x05, [], [], null);
}
