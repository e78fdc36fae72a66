namespace NotebookEngine.Book;

/// <summary>
/// Turns links between files into links between pages. A link to another file of the checkout becomes its text with the path: the book
/// has no page for it, and no network to fetch it from.
/// </summary>
/// <param name="folder">Absolute path of the notebooks' folder.</param>
/// <param name="pages">All pages, by the path of their source.</param>
/// <param name="glossary">Definitions by anchor.</param>
internal sealed class PageLinks(string folder, IReadOnlyDictionary<string, Page> pages, Glossary glossary)
{
    // What a browser shows; it would only store anything else.
    private static readonly string[] Shown = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".pdf", ".txt", ".csv"];

    private readonly Dictionary<string, HashSet<string>> _anchors = pages.Values.ToDictionary(
        page => page.Source,
        page => StartTags.Ids(page.Body).ToHashSet(StringComparer.Ordinal),
        StringComparer.Ordinal
    );
    private readonly List<DeadLink> _dead = [];
    private readonly SortedSet<string> _files = new(StringComparer.Ordinal);

    /// <summary>Links that lead nowhere, in the order in which they were met.</summary>
    internal IReadOnlyList<DeadLink> Dead => _dead;

    /// <summary>Files to be copied, such as pictures, from the notebooks' folder.</summary>
    internal IReadOnlyCollection<string> Files => _files;

    /// <summary>The page's HTML with links that work in the book.</summary>
    internal string Resolve(Page page) =>
        StartTags.Sources(
            StartTags.Links(page.Body, (address, tag, text) => Link(page, address, tag, text)),
            address => Source(page, address)
        );

    private string Link(Page page, string address, string tag, string text)
    {
        var target = LinkTarget.Of(page.Source, address);
        if (target.IsOutward)
        {
            return $"{tag}{text}</a>";
        }

        if (target.Path is null)
        {
            return Broken(page, address, "it is no address of the web, nor of a file", text);
        }

        if (pages.TryGetValue(target.Path, out var there))
        {
            return target.Anchor is { } anchor && !_anchors[there.Source].Contains(anchor)
                ? Broken(page, address, $"{there.Source} has no anchor '{anchor}'", text)
                : $"{Tag(page, there, target.Anchor, tag)}{text}</a>";
        }

        var path = Path.GetFullPath(target.Path, folder);
        return !Path.Exists(path) ? Broken(page, address, "there is no such file", text)
            : target.IsOutside || !Shown.Contains(Path.GetExtension(path)) ? Outside(path, text)
            : $"{StartTags.WithAddress(tag, Copied(page, target.Path))}{text}</a>";
    }

    private string Tag(Page page, Page there, string? anchor, string tag)
    {
        var address =
            (there == page && anchor is not null ? "" : page.ToRoot + there.Path)
            + (anchor is null ? "" : $"#{anchor}");
        return there != page && glossary.DefinitionOf(there, anchor) is { } definition
            ? StartTags.WithAddress(tag, address, $" class=\"term\" data-definition=\"{Html.Text(definition)}\"")
            : StartTags.WithAddress(tag, address);
    }

    private string Source(Page page, string address)
    {
        var target = LinkTarget.Of(page.Source, address);
        if (address.StartsWith("data:", StringComparison.Ordinal))
        {
            return address;
        }

        if (target.Path is { } path && !target.IsOutside && File.Exists(Path.Combine(folder, path)))
        {
            return Copied(page, path);
        }

        _dead.Add(new DeadLink(page.Source, address, "a page loads nothing but files of the notebooks' folder"));
        return address;
    }

    private string Copied(Page page, string path)
    {
        _files.Add(path);
        return page.ToRoot + path;
    }

    private string Outside(string path, string text)
    {
        var shown = Path.GetRelativePath(Path.GetDirectoryName(folder)!, path).Replace('\\', '/');
        return Html.PlainText(text) == shown
            ? $"<span class=\"outside\">{text}</span>"
            : $"<span class=\"outside\">{text} <span class=\"path\">({Html.Text(shown)})</span></span>";
    }

    private string Broken(Page page, string address, string reason, string text)
    {
        _dead.Add(new DeadLink(page.Source, address, reason));
        return text;
    }
}

/// <summary>A link that leads nowhere.</summary>
/// <param name="Source">The file that it stands in, from the notebooks' folder.</param>
/// <param name="Address">As it is written.</param>
/// <param name="Reason">Why it leads nowhere.</param>
internal sealed record DeadLink(string Source, string Address, string Reason);
