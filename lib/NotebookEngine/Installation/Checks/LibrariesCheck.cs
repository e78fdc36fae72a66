using System.Text.RegularExpressions;
using NotebookEngine.Notebooks;

namespace NotebookEngine.Installation.Checks;

/// <summary>What a checkout's notebooks load is built, whole, and not older than its source.</summary>
internal sealed class LibrariesCheck(string workspace) : ICheck
{
    private const string Subject = "build";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>([.. Judge()]);

    private IEnumerable<Finding> Judge()
    {
        var folder = Path.Combine(workspace, "notebooks");
        if (!Directory.Exists(folder))
        {
            yield return Finding.Ok(Subject, $"{folder} does not exist, so no notebook was looked at");
            yield break;
        }

        var loads = new List<(string Library, string Notebook)>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.ipynb").Order(StringComparer.Ordinal))
        {
            if (TryRead(path, out var unreadable) is { } notebook)
            {
                loads.AddRange(LoadedLibraries.Of(notebook).Select(library => (library, notebook.Name)));
            }
            else
            {
                yield return Finding.Warning(Subject, unreadable!, "mend the notebook, or remove it");
            }
        }

        foreach (var library in loads.GroupBy(load => load.Library, load => load.Notebook))
        {
            yield return Judge(library.Key, [.. library.Distinct()]);
        }
    }

    private static Finding Judge(string library, IReadOnlyList<string> notebooks) =>
        !File.Exists(library)
            ? Finding.Problem(
                Subject,
                $"{library} is not there, but loaded by {string.Join(", ", notebooks)}",
                "build it: dotnet build"
            )
        : DamagedAssembly.In(Path.GetDirectoryName(library)!) is { } damaged
            ? Finding.Problem(
                Subject,
                $"{damaged}; loaded, or needed by what is loaded, by {string.Join(", ", notebooks)}",
                "build it anew: dotnet build --no-incremental"
            )
        : LibrarySources.NewerThan(library) is { } newer
            ? Finding.Warning(Subject, $"{library} is older than its source {newer}", "build it anew: dotnet build")
        : Finding.Ok(Subject, $"{library}, loaded by {notebooks.Count} notebooks, is there and up to date");

    private static Notebook? TryRead(string path, out string? unreadable)
    {
        try
        {
            unreadable = null;
            return Notebook.Read(path);
        }
        catch (UnreadableNotebookException problem)
        {
            unreadable = problem.Message;
            return null;
        }
    }
}

/// <summary>The assemblies that notebooks load from files, with <c>#r "path"</c>.</summary>
internal static partial class LoadedLibraries
{
    /// <returns>Absolute paths; what is loaded by an assembly's name or from NuGet is left out.</returns>
    internal static IEnumerable<string> Of(Notebook notebook) =>
        notebook
            .CodeCells.SelectMany(cell => cell.Lines)
            .Select(line => Reference.Match(line))
            .Where(match => match.Success && !match.Groups["path"].Value.StartsWith("nuget:", StringComparison.Ordinal))
            .Select(match => Path.GetFullPath(match.Groups["path"].Value, notebook.Folder));

    [GeneratedRegex("""\A\s*#r\s+"(?<path>[^"]+\.dll)"\s*\z""")]
    private static partial Regex Reference { get; }
}
