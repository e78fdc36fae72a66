using System.Text.RegularExpressions;

namespace NotebookEngine.Book;

/// <summary>Where a link leads.</summary>
/// <param name="IsOutward">Into the web: a reader may follow it, the page does not.</param>
/// <param name="Path">From the notebooks' folder, with slashes; null where the link is neither.</param>
/// <param name="Anchor">Decoded, or null.</param>
internal sealed partial record LinkTarget(bool IsOutward, string? Path, string? Anchor)
{
    // Addresses of files differ by system, those of the web do not.
    private const string Root = "http://book/a/b/c/d/e/f/";

    internal bool IsOutside => Path is ".." || Path?.StartsWith("../", StringComparison.Ordinal) is true;

    internal static LinkTarget Of(string source, string address)
    {
        if (Scheme.IsMatch(address))
        {
            return new LinkTarget(Web.IsMatch(address), null, null);
        }

        var parts = address.Split('#', 2);
        var anchor = parts is [_, { Length: > 0 } after] ? Uri.UnescapeDataString(after) : null;
        if (parts[0] == "")
        {
            return new LinkTarget(false, source, anchor);
        }

        var root = new Uri(Root);
        var path = root.MakeRelativeUri(new Uri(new Uri(root, source), parts[0].Split('?')[0]));
        return new LinkTarget(false, Uri.UnescapeDataString(path.OriginalString), anchor);
    }

    [GeneratedRegex(@"\A(?:[A-Za-z][A-Za-z0-9+.-]*:|//|/)")]
    private static partial Regex Scheme { get; }

    [GeneratedRegex(@"\A(?:https?://|mailto:)", RegexOptions.IgnoreCase)]
    private static partial Regex Web { get; }
}
