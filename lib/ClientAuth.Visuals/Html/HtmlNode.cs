using System.Text;

namespace ClientAuth.Visuals.Html;

/// <summary>
/// A piece of HTML or SVG. Text becomes markup only through here and its two cases, so this folder is the one place where
/// anything is escaped.
/// </summary>
internal abstract class HtmlNode
{
    private protected HtmlNode() { }

    public static implicit operator HtmlNode(string text) => new HtmlText(text);

    /// <summary>Text whose line breaks are kept; for use inside <c>pre</c>.</summary>
    public static HtmlNode Block(string text) => new HtmlText(text, keepLineBreaks: true);

    public abstract void WriteTo(StringBuilder html);

    public sealed override string ToString()
    {
        var html = new StringBuilder();
        WriteTo(html);
        return html.ToString();
    }
}
