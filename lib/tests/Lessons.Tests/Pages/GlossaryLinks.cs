using System.Text.RegularExpressions;

namespace Lessons.Tests.Pages;

/// <summary>
/// Links of a lesson's prose to <c>glossary.md</c>. Each carries the definition as its title, which every viewer of notebooks shows where
/// the pointer rests, so that nobody has to leave the lesson for a word.
/// </summary>
internal static partial class GlossaryLinks
{
    /// <summary>Where the links lead, in their order.</summary>
    public static IEnumerable<string> AnchorsIn(string prose) =>
        Link.Matches(prose).Select(link => link.Groups["anchor"].Value);

    /// <summary>The prose without them; a link to "JWK Set" is no use of "JWK".</summary>
    public static string Remove(string prose) => Link.Replace(prose, "");

    /// <summary>The prose with each term's present definition in its links.</summary>
    public static string Explain(string prose, IReadOnlyList<GlossaryTerm> terms) =>
        Link.Replace(
            prose,
            link =>
                terms.FirstOrDefault(term => term.Anchor == link.Groups["anchor"].Value) is { } term
                    ? $"[{link.Groups["words"].Value}](glossary.md#{term.Anchor} \"{Title(term)}\")"
                    : link.Value
        );

    // A title is plain text, and ends with its quotation mark.
    private static string Title(GlossaryTerm term) => Emphasis.Replace(term.Definition, "");

    [GeneratedRegex("""\[(?<words>[^\]]*)\]\(glossary\.md#(?<anchor>[^)\s]*)(\s+"[^"]*")?\)""")]
    private static partial Regex Link { get; }

    [GeneratedRegex("[`*]")]
    private static partial Regex Emphasis { get; }
}
