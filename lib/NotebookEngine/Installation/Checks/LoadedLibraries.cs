using System.Text.RegularExpressions;
using NotebookEngine.Notebooks;

namespace NotebookEngine.Installation.Checks;

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
