using System.Globalization;
using System.Text.RegularExpressions;

namespace NotebookEngine.Book;

/// <summary>
/// Keeps the ids of one page unique. Each output brings its own, for a pattern or a clip, and two outputs may bring the same; the second
/// gets another name, and so does everything in that output that refers to it.
/// </summary>
internal sealed partial class OutputIds(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    internal string Unique(string html)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in StartTags.Ids(html).Distinct(StringComparer.Ordinal).ToList())
        {
            names[id] = Free(id);
        }

        return names.All(name => name.Key == name.Value)
            ? html
            : Reference.Replace(
                html,
                match =>
                    match.Groups["start"].Value
                    + string.Join(
                        ' ',
                        match.Groups["ids"].Value.Split(' ').Select(id => names.GetValueOrDefault(id, id))
                    )
                    + match.Groups["end"].Value
            );
    }

    private string Free(string id)
    {
        var free = id;
        for (var number = 2; !_taken.Add(free); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{id}-{number}");
        }

        return free;
    }

    [GeneratedRegex(
        """(?<start>\s(?:id|for|headers|aria-(?:labelledby|describedby|controls|details|owns))="|\s(?:xlink:)?href="#|url\(#)(?<ids>[^")]*)(?<end>["\)])"""
    )]
    private static partial Regex Reference { get; }
}
