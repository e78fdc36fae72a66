using System.Text;
using System.Text.RegularExpressions;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Html;

/// <summary>Text that may be long names: where a line must break, it breaks after a separator, and neither in a word nor in a time.</summary>
internal sealed partial class BreakableText(string text) : HtmlNode
{
    public override void WriteTo(StringBuilder html) =>
        html.AppendJoin("<wbr />", Separators().Split(VisibleText.Line(text)).Select(HtmlText.Encode));

    /// <summary>The length of the longest word that stays together; a figure is none, since its length differs from run to run.</summary>
    public static int LongestWord(string text) =>
        Separators()
            .Split(text)
            .SelectMany(part => part.Split(' '))
            .Where(piece => !piece.Any(char.IsDigit))
            .Max(word => (int?)word.Length)
        ?? 0;

    [GeneratedRegex("(?<=[_:/.=])(?=[A-Za-z])")]
    private static partial Regex Separators();
}
