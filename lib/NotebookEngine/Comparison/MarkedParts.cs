using System.Text.RegularExpressions;

namespace NotebookEngine.Comparison;

/// <summary>
/// What a view says itself about a part of its HTML: an element with the attribute <c>data-volatile</c> holds other text in every run.
/// The element is compared, what is in it is not. Other forms of the output have no such mark, so their numbers are left out.
/// </summary>
internal static partial class MarkedParts
{
    public static bool AreIn(string html) => Start.IsMatch(html);

    public static string Mask(string html)
    {
        for (var at = 0; Start.Match(html, at) is { Success: true } start; )
        {
            var begin = start.Index + start.Length;
            var end = EndOf(html, start.Groups["name"].Value, begin);
            html = $"{html[..begin]}«volatile»{html[end..]}";
            at = begin;
        }

        return html;
    }

    // Elements of the same name may stand in it.
    private static int EndOf(string html, string name, int begin)
    {
        var open = 1;
        foreach (Match tag in Tag.Matches(html[begin..]))
        {
            if (tag.Groups["name"].Value == name && !tag.Value.EndsWith("/>", StringComparison.Ordinal))
            {
                open += tag.Value.StartsWith("</", StringComparison.Ordinal) ? -1 : 1;
            }

            if (open == 0)
            {
                return begin + tag.Index;
            }
        }

        return html.Length;
    }

    [GeneratedRegex(@"<(?<name>[a-zA-Z][\w-]*)[^<>]*\sdata-volatile(=""[^""]*"")?(?=[\s>])[^<>]*(?<!/)>")]
    private static partial Regex Start { get; }

    [GeneratedRegex(@"</?(?<name>[a-zA-Z][\w-]*)[^<>]*>")]
    private static partial Regex Tag { get; }
}
