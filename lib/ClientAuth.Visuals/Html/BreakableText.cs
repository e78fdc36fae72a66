using System.Text;
using System.Text.RegularExpressions;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Html;

/// <summary>Text that may be long names: where a line must break, it breaks after a separator and not inside a word.</summary>
internal sealed partial class BreakableText(string text) : HtmlNode
{
    public override void WriteTo(StringBuilder html) =>
        html.AppendJoin("<wbr />", Separators().Split(VisibleText.Line(text)).Select(HtmlText.Encode));

    [GeneratedRegex("(?<=[_:/.=])(?=[A-Za-z0-9])")]
    private static partial Regex Separators();
}
