using System.Text;
using System.Text.RegularExpressions;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Html;

/// <summary>JSON as it crossed the wire, without a space: where a line must break, it breaks after a member's name or value.</summary>
internal sealed partial class BreakableJson(string text) : HtmlNode
{
    public override void WriteTo(StringBuilder html) =>
        html.AppendJoin("<wbr />", Separators().Split(VisibleText.Block(text)).Select(HtmlText.Encode));

    [GeneratedRegex("""(?<=[:,])(?=["\[{0-9])""")]
    private static partial Regex Separators();
}
