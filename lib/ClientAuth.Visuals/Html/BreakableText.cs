using System.Text;
using System.Text.RegularExpressions;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Html;

/// <summary>Text that may be long names: where a line must break, it breaks after a separator, and neither in a word nor in a time.</summary>
internal sealed partial class BreakableText(string text) : HtmlNode
{
    public override void WriteTo(StringBuilder html) =>
        html.AppendJoin("<wbr />", Separators().Split(VisibleText.Line(text)).Select(HtmlText.Encode));

    /// <summary>How many characters of a text stay together, at most.</summary>
    public static int LongestPiece(string text) =>
        Separators().Split(text).SelectMany(part => part.Split(' ')).Max(piece => piece.Length);

    [GeneratedRegex("(?<=[_:/.=])(?=[A-Za-z])")]
    private static partial Regex Separators();
}
