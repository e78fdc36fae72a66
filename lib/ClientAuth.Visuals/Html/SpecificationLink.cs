using System.Text.RegularExpressions;

namespace ClientAuth.Visuals.Html;

/// <summary>
/// References such as <c>RFC 7523 §3</c>, <c>RFC 7523 §3 (9)</c>, <c>RFC 6749 Appendix B</c> and <c>RFC 10070 §4</c> as links;
/// any other form stays text.
/// </summary>
internal static partial class SpecificationLink
{
    /// <summary>Several references may stand in one text, separated by commas or semicolons.</summary>
    public static HtmlNode Render(string specification) =>
        new HtmlElement("span", Separator().Split(specification).Select(Part));

    /// <summary>The address, or null where the form is unknown.</summary>
    public static string? Address(string reference) =>
        Rfc().Match(reference) is { Success: true } rfc
            ? $"https://www.rfc-editor.org/rfc/rfc{rfc.Groups["no"]}{Anchor(rfc)}"
        : Draft().Match(reference) is { Success: true } draft
            ? $"https://datatracker.ietf.org/doc/html/{draft.Groups["name"]}{Anchor(draft)}"
        : null;

    private static HtmlNode Part(string text) => Address(text) is { } address ? Link(text, address) : text;

    // The name of a draft is too long for one line of a table's last column.
    private static HtmlElement Link(string text, string address)
    {
        var link = new HtmlElement("a", text).With("href", address);
        return link.Styled(Rfc().IsMatch(text) ? Style.LinkInOnePiece : Style.Link);
    }

    private static string Anchor(Match reference) =>
        reference.Groups["section"] is { Success: true } section ? $"#section-{section}"
        : reference.Groups["appendix"] is { Success: true } appendix ? $"#appendix-{appendix}"
        : "";

    // The separators are captured, so that they stay in the text.
    [GeneratedRegex("([,;] +)")]
    private static partial Regex Separator();

    private const string Place =
        @"( §(?<section>[0-9]+(\.[0-9]+)*)( \([0-9]+\))?| (Appendix|App\.) (?<appendix>[A-Z](\.[0-9]+)*))?";

    [GeneratedRegex("^RFC (?<no>[0-9]{1,5})" + Place + "$")]
    private static partial Regex Rfc();

    [GeneratedRegex("^(?<name>draft-[a-z0-9-]+)" + Place + "$")]
    private static partial Regex Draft();
}
