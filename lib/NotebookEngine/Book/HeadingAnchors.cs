using System.Globalization;

namespace NotebookEngine.Book;

/// <summary>The anchors of one page's headings, as GitHub makes them, so that a link works there and here.</summary>
internal sealed class HeadingAnchors
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The anchor of the next heading; one that an earlier heading has gets a number.</summary>
    internal string Next(string heading)
    {
        var plain = string.Concat(heading.Trim().ToLowerInvariant().Where(IsKept)).Replace(' ', '-');
        var anchor = plain;
        for (var number = 1; !_taken.Add(anchor); number++)
        {
            anchor = string.Create(CultureInfo.InvariantCulture, $"{plain}-{number}");
        }

        return anchor;
    }

    private static bool IsKept(char character) =>
        character is ' ' or '-'
        || char.IsLetterOrDigit(character)
        || char.GetUnicodeCategory(character)
            is UnicodeCategory.ConnectorPunctuation
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark;
}
