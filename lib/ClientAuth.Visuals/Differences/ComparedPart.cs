namespace ClientAuth.Visuals.Differences;

/// <summary>One named part of two things that are compared; null where one of them does not have it.</summary>
internal sealed record ComparedPart(string Name, ShownValue? Left, ShownValue? Right)
{
    public bool IsEqual => Left?.Whole == Right?.Whole;

    /// <summary>
    /// Parts of the same name side by side, the second of a name with the second, in the order of the left; what only the right has
    /// stands behind the part that it follows there.
    /// </summary>
    public static IReadOnlyList<ComparedPart> Pair(
        IReadOnlyList<(string Name, ShownValue Value)> left,
        IReadOnlyList<(string Name, ShownValue Value)> right
    )
    {
        var (ours, theirs) = (Numbered(left), Numbered(right));
        var order = ours.Select(part => part.Key).ToList();
        foreach (var (index, part) in theirs.Index().Where(one => !order.Contains(one.Item.Key)))
        {
            order.Insert(index == 0 ? 0 : order.IndexOf(theirs[index - 1].Key) + 1, part.Key);
        }

        return [.. order.Select(key => Distinguishable(new(key.Name, Of(ours, key), Of(theirs, key))))];
    }

    // Two certificates with one name, or two secrets that begin alike: the reader sees that they are not the same.
    private static ComparedPart Distinguishable(ComparedPart part) =>
        part is { IsEqual: false, Left: { } left, Right: { } right } && left.Shown == right.Shown
            ? part with
            {
                Right = right with { Shown = $"{right.Shown} (another one)" },
            }
            : part;

    private static List<((string Name, int Occurrence) Key, ShownValue Value)> Numbered(
        IReadOnlyList<(string Name, ShownValue Value)> parts
    ) =>
        [
            .. parts.Select(
                (part, index) => ((part.Name, parts.Take(index).Count(p => p.Name == part.Name)), part.Value)
            ),
        ];

    private static ShownValue? Of(
        List<((string Name, int Occurrence) Key, ShownValue Value)> parts,
        (string Name, int Occurrence) key
    ) => parts.Where(part => part.Key == key).Select(part => part.Value).FirstOrDefault();
}
