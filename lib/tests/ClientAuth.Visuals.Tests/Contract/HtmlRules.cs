using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ClientAuth.Visuals.Tests.Contract;

/// <summary>What every output must keep to, read back by a parser that is not ours.</summary>
internal static partial class HtmlRules
{
    private static readonly string[] Allowed =
    [
        "div",
        "p",
        "strong",
        "span",
        "wbr",
        "code",
        "pre",
        "del",
        "ins",
        "a",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "details",
        "summary",
        "svg",
        "title",
        "desc",
        "defs",
        "pattern",
        "clipPath",
        "path",
        "circle",
        "rect",
        "line",
        "g",
        "text",
    ];

    public static XElement Parse(string html) => XElement.Parse(html, LoadOptions.PreserveWhitespace);

    /// <summary>What stands in the frame of a view.</summary>
    public static XElement Content(string html) => Assert.Single(Parse(html).Elements());

    /// <summary>Well-formed, only known elements, no handlers, no links but to the specifications and to pages beside the lesson.</summary>
    public static void AssertSafe(string html)
    {
        foreach (var element in Parse(html).DescendantsAndSelf())
        {
            Assert.Contains(element.Name.LocalName, Allowed);
            foreach (var attribute in element.Attributes())
            {
                var name = attribute.Name.LocalName;
                Assert.False(name.StartsWith("on", StringComparison.OrdinalIgnoreCase), $"handler {name}");
                Assert.NotEqual("src", name);
                Assert.True(
                    name != "href" || IsSpecification(attribute.Value) || Page.IsMatch(attribute.Value),
                    attribute.Value
                );
            }
        }
    }

    /// <summary>No character that acts on the display is left; the sign for it is there instead.</summary>
    public static void AssertNothingInvisible(string text) =>
        Assert.DoesNotContain(
            text.EnumerateRunes(),
            rune =>
                rune.Value is not ('\n' or '\t')
                && Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
        );

    [GeneratedRegex(@"^[a-z0-9-]+\.(md|ipynb|html)(#[A-Za-z0-9.-]+)?\z")]
    private static partial Regex Page { get; }

    private static bool IsSpecification(string address) =>
        address.StartsWith("https://www.rfc-editor.org/rfc/rfc", StringComparison.Ordinal)
        || address.StartsWith("https://datatracker.ietf.org/doc/html/draft-", StringComparison.Ordinal);
}
