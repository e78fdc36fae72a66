using NotebookEngine.Comparison;

namespace NotebookEngine.FrontEnds.Tests.Page;

/// <summary>
/// Notebooks that a page may save: copies, in a folder that looks like the checkout, so that a lesson's <c>#r "../lib/…"</c> holds.
/// </summary>
internal sealed class NotebookFolder : IDisposable
{
    private int _copies;

    public NotebookFolder()
    {
        Root = Directory.CreateTempSubdirectory("notebook-page-").FullName;
        foreach (var name in new[] { "lib", "data", "certs" })
        {
            Directory.CreateSymbolicLink(Path.Combine(Root, name), Path.Combine(Checkout.Root, name));
        }

        Directory.CreateDirectory(Path.Combine(Root, "notebooks"));
    }

    public string Root { get; }

    /// <summary>
    /// One more copy of the lesson: the server gives every page of one file the same kernel. It has no outputs yet, so that what the
    /// page shows is what its kernel put out.
    /// </summary>
    /// <returns>Its path, as the server of the page names it.</returns>
    public string Copy(string lesson)
    {
        var name = FormattableString.Invariant($"{Interlocked.Increment(ref _copies)}-{lesson}");
        File.WriteAllText(
            Path.Combine(Root, "notebooks", name),
            SavedNotebook.WithoutOutputs(File.ReadAllText(Checkout.PathOf(lesson)))
        );
        return $"notebooks/{name}";
    }

    /// <summary>A notebook with two empty cells.</summary>
    /// <returns>Its path, as the server of the page names it.</returns>
    public string AddEmpty()
    {
        var name = FormattableString.Invariant($"{Interlocked.Increment(ref _copies)}-empty.ipynb");
        NotebookFile.Write(Path.Combine(Root, "notebooks", name), "", "");
        return $"notebooks/{name}";
    }

    // A link is removed, never what it leads to.
    public void Dispose() => Directory.Delete(Root, recursive: true);
}
