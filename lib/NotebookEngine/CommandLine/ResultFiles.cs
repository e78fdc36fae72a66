using NotebookEngine.Arguments;
using NotebookEngine.Reports;
using NotebookEngine.Running;

namespace NotebookEngine.CommandLine;

/// <summary>The files that the command was asked to write. Paths start from the folder in which the command was given.</summary>
internal sealed class ResultFiles(RunSettings settings, string folder)
{
    /// <exception cref="UsageException">Two executed notebooks would take the same place.</exception>
    internal void CheckNames(IReadOnlyList<string> paths)
    {
        var doubled = paths.GroupBy(path => Path.GetFileName(path)).FirstOrDefault(group => group.Count() > 1);
        if (settings.Out is not null && doubled is not null)
        {
            throw new UsageException(
                $"--out would hold {string.Join(" and ", doubled)} in one file: run them with an --out of their own each"
            );
        }
    }

    internal void Write(IReadOnlyList<NotebookResult> results)
    {
        if (settings.Out is { } outFolder)
        {
            foreach (var result in results.Where(result => result.Notebook is not null))
            {
                AtomicFile.Write(
                    Path.Combine(Path.GetFullPath(outFolder, folder), Path.GetFileName(result.Path)),
                    ExecutedNotebook.ToJson(result)
                );
            }
        }

        if (settings.JUnit is { } junit)
        {
            AtomicFile.Write(Path.GetFullPath(junit, folder), JUnitReport.Of(results));
        }

        if (settings.Json is { } json)
        {
            AtomicFile.Write(Path.GetFullPath(json, folder), JsonReport.Of(results));
        }

        if (settings.Summary is { } summary)
        {
            AtomicFile.Write(Path.GetFullPath(summary, folder), MarkdownSummary.Of(results));
        }
    }
}
