using System.Net;
using System.Text;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Html;

/// <summary>Text of unknown origin, made visible and then encoded.</summary>
internal sealed class HtmlText(string text, bool keepLineBreaks = false) : HtmlNode
{
    /// <summary>The encoding of text and of attribute values alike.</summary>
    public static string Encode(string visible) => WebUtility.HtmlEncode(visible);

    /// <summary>In characters, as it is read.</summary>
    public int Length => text.Length;

    /// <summary>The text, where it is one line.</summary>
    public string? Line => keepLineBreaks ? null : text;

    public override void WriteTo(StringBuilder html) =>
        html.Append(Encode(keepLineBreaks ? VisibleText.Block(text) : VisibleText.Line(text)));
}
