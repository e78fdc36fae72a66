using System.Text;
using System.Text.RegularExpressions;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Html;

/// <summary>Text that may be long names: where a line must break, it breaks after a separator, and neither in a word nor in a time.</summary>
internal sealed partial class BreakableText(string text) : HtmlNode
{
    public override void WriteTo(StringBuilder html) =>
        html.AppendJoin("<wbr />", Separators().Split(VisibleText.Line(text)).Select(HtmlText.Encode));

    /// <summary>The length of the longest word. Figures, keys and hashes are none: their length differs from run to run.</summary>
    public static int LongestWord(string text) => Words().Matches(text).Max(word => (int?)word.Length) ?? 0;

    [GeneratedRegex("(?<![A-Za-z0-9+/=-])[A-Za-z][a-z]*(?![A-Za-z0-9+/=-])")]
    private static partial Regex Words();

    [GeneratedRegex("(?<=[_:/.=])(?=[A-Za-z])")]
    private static partial Regex Separators();
}
