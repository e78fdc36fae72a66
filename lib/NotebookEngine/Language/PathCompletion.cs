using System.Text.RegularExpressions;

namespace NotebookEngine.Language;

/// <summary>Completes the file that <c>#r</c> or <c>#load</c> names.</summary>
internal static partial class PathCompletion
{
    /// <summary>Null where the cursor is not inside such a name.</summary>
    internal static Completions? Find(string folder, string code, int cursor)
    {
        var line = code[(code.LastIndexOf('\n', Math.Max(cursor - 1, 0), cursor) + 1)..cursor];
        var directive = Directive().Match(line);
        if (!directive.Success)
        {
            return null;
        }

        var (path, typed) = (directive.Groups["folder"].Value, directive.Groups["typed"].Value);
        var extension = directive.Groups["word"].Value is "r" ? ".dll" : ".csx";
        var place = new DirectoryInfo(Path.GetFullPath(path, folder));
        var matches = Entries(place, extension)
            .Where(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(name => new CompletionMatch(name, MatchKind.Path, Signature: null));
        return new Completions([.. matches], cursor - typed.Length, cursor);
    }

    private static IEnumerable<string> Entries(DirectoryInfo place, string extension)
    {
        if (!place.Exists)
        {
            return [];
        }

        var options = new EnumerationOptions { IgnoreInaccessible = true };
        var folders = place.EnumerateDirectories("*", options).Select(below => $"{below.Name}/");
        var files = place.EnumerateFiles($"*{extension}", options).Select(file => file.Name);
        return folders.Order(StringComparer.Ordinal).Concat(files.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("""^\s*#(?<word>r|load)\s+"(?<folder>(?:[^"]*[/\\])?)(?<typed>[^"/\\]*)$""")]
    private static partial Regex Directive();
}
