using System.Text;
using System.Text.RegularExpressions;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Html;

/// <summary>An element with encoded attributes; attributes that can run code or load something are refused.</summary>
internal sealed partial class HtmlElement : HtmlNode
{
    private readonly string _name;
    private readonly IReadOnlyList<HtmlNode> _children;
    private readonly StringBuilder _attributes = new();

    public HtmlElement(string name, params IEnumerable<HtmlNode> children)
    {
        _name = Checked(
            name is "script" or "style" ? throw new ArgumentException($"No '{name}' is written.", nameof(name)) : name
        );
        _children = [.. children];
    }

    /// <exception cref="ArgumentException">The name is no plain name or an event handler, or a link leads elsewhere than to https and to pages beside the lesson.</exception>
    public HtmlElement With(string attribute, string value)
    {
        if (attribute.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute is "style")
        {
            throw new ArgumentException($"The attribute '{attribute}' is not written from text.", nameof(attribute));
        }

        if (attribute is "href" or "src" && !value.StartsWith("https://", StringComparison.Ordinal) && !IsPage(value))
        {
            throw new ArgumentException("A link leads to https, or to a page beside the lesson.", nameof(value));
        }

        return Append(attribute, VisibleText.Line(value));
    }

    public HtmlElement With(string attribute, double value) => With(attribute, Numbers.Show(value));

    /// <summary>The outline of an SVG path. Text is cut where it is long; a line through many points must not be.</summary>
    /// <exception cref="ArgumentException">It holds something else than commands and numbers.</exception>
    public HtmlElement WithOutline(string path) =>
        path.All(c => char.IsAsciiDigit(c) || "MLHVZmlhvz .-".Contains(c, StringComparison.Ordinal))
            ? Append("d", path)
            : throw new ArgumentException("A path holds commands and numbers only.", nameof(path));

    public HtmlElement Styled(Style style) => Append("style", style.Css);

    public override void WriteTo(StringBuilder html)
    {
        html.Append('<').Append(_name).Append(_attributes).Append('>');
        foreach (var child in _children)
        {
            child.WriteTo(html);
        }

        html.Append("</").Append(_name).Append('>');
    }

    /// <summary>Whether the address is that of a page in the folder of the lesson, with or without a place in it: <c>failure-cases.md#J24</c>.</summary>
    public static bool IsPage(string address) => Page().IsMatch(address);

    private HtmlElement Append(string attribute, string value)
    {
        _attributes.Append(' ').Append(Checked(attribute)).Append("=\"").Append(HtmlText.Encode(value)).Append('"');
        return this;
    }

    private static string Checked(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? name
            : throw new ArgumentException($"'{name}' is no name for an element or attribute here.", nameof(name));

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]*\.(md|ipynb|html)(#[A-Za-z0-9][A-Za-z0-9.-]*)?\z")]
    private static partial Regex Page();
}
