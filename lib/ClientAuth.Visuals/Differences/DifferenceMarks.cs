using ClientAuth.Visuals.Html;

namespace ClientAuth.Visuals.Differences;

/// <summary>Values with what differs marked: by the element, by a line under it and by its ground.</summary>
internal static class DifferenceMarks
{
    public const string Left = "−";
    public const string Right = "+";

    /// <summary>Both values of a part that is not equal; null for one that is not there.</summary>
    public static (HtmlElement? Left, HtmlElement? Right) Of(ComparedPart part)
    {
        if (part is not { Left: { } left, Right: { } right })
        {
            return (
                part.Left is { } ours ? Code([new Fragment(ours.Shown, Differs: true)], "del", Style.Removed) : null,
                part.Right is { } theirs ? Code([new Fragment(theirs.Shown, Differs: true)], "ins", Style.Added) : null
            );
        }

        // What differs may lie in the part that is not shown.
        var (one, other) =
            left.Shown == right.Shown
                ? ValueDifference.Whole(left.Shown, right.Shown)
                : ValueDifference.Between(left.Shown, right.Shown);
        return (Code(one, "del", Style.Removed), Code(other, "ins", Style.Added));
    }

    private static HtmlElement Code(IReadOnlyList<Fragment> fragments, string element, Style style) =>
        new HtmlElement(
            "code",
            fragments.Select(
                HtmlNode (fragment) =>
                    fragment.Differs ? new HtmlElement(element, Seen(fragment.Text)).Styled(style) : fragment.Text
            )
        ).Styled(Style.Code);

    // A space alone, on a coloured ground, would look like an underscore.
    private static string Seen(string text) => string.IsNullOrWhiteSpace(text) ? text.Replace(' ', '␣') : text;
}
