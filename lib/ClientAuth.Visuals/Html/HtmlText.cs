using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Html;

/// <summary>Text of unknown origin, made visible and then encoded.</summary>
internal sealed class HtmlText(string text, bool keepLineBreaks = false) : HtmlNode
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The encoding of text and of attribute values alike.</summary>
    public static string Encode(string visible) => Encoder.Encode(visible);

    public override void WriteTo(StringBuilder html) =>
        html.Append(Encode(keepLineBreaks ? VisibleText.Block(text) : VisibleText.Line(text)));
}
