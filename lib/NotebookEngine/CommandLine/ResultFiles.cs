using NotebookEngine.Arguments;
using NotebookEngine.Files;
using NotebookEngine.Notebooks;
using NotebookEngine.Reports;
using NotebookEngine.Results;
using NotebookEngine.Running;

namespace NotebookEngine.CommandLine;

/// <summary>The files that <c>run</c> was asked to write. Paths start from the folder in which the command was given.</summary>
internal sealed class ResultFiles
{
    private readonly string? _out;
    private readonly IReadOnlyDictionary<string, ResultFile> _executed;
    private readonly IReadOnlyList<(ResultFile File, Func<IReadOnlyList<NotebookResult>, string> Text)> _reports;

    /// <param name="settings">Which files are asked for.</param>
    /// <param name="folder">Absolute path.</param>
    /// <param name="notebooks">Those that will run.</param>
    internal ResultFiles(RunSettings settings, string folder, IReadOnlyList<Notebook> notebooks)
    {
        _out = settings.Out is { } place ? Path.GetFullPath(place, folder) : null;
        _executed = _out is null
            ? new Dictionary<string, ResultFile>()
            : notebooks.ToDictionary(notebook => notebook.Path, Executed, StringComparer.Ordinal);
        _reports =
        [
            .. Report("--junit", settings.JUnit, "results as JUnit XML", EarlierResult.IsJUnit, JUnitReport.Of),
            .. Report("--json", settings.Json, "results as JSON", EarlierResult.IsJson, JsonReport.Of),
            .. Report("--summary", settings.Summary, "summary of results", EarlierResult.IsSummary, MarkdownSummary.Of),
        ];

        IEnumerable<(ResultFile, Func<IReadOnlyList<NotebookResult>, string>)> Report(
            string option,
            string? path,
            string kind,
            Func<string, bool> isEarlier,
            Func<IReadOnlyList<NotebookResult>, string> text
        ) => path is null ? [] : [(new ResultFile(option, Path.GetFullPath(path, folder), kind, isEarlier), text)];
    }

    /// <param name="paths">Of all notebooks that are named, unreadable ones included.</param>
    /// <exception cref="UsageException">A file would take the place of something else.</exception>
    internal void Check(IReadOnlyList<string> paths)
    {
        var doubled = paths
            .GroupBy(path => Path.GetFileName(path), Links.Comparer)
            .FirstOrDefault(group => group.Count() > 1);
        if (_out is not null && doubled is not null)
        {
            throw new UsageException(
                $"--out would hold {string.Join(" and ", doubled)} in one file: run them with an --out of their own each"
            );
        }

        ResultPlaces.Check(
            [.. _executed.Values, .. _reports.Select(report => report.File)],
            _out is null ? [] : [("--out", _out)],
            paths
        );
    }

    /// <summary>Writes them all; pipes last, because another program decides how long those take.</summary>
    internal async Task WriteAsync(
        IReadOnlyList<NotebookResult> results,
        ResultWriter writer,
        CancellationToken cancellationToken
    )
    {
        var files = results
            .Where(result => result.HasStarted && _executed.ContainsKey(result.Path))
            .Select(result =>
                (File: _executed[result.Path], Text: (Func<string>)(() => ExecutedNotebook.ToMarkedJson(result)))
            )
            .Concat(_reports.Select(report => (report.File, Text: (Func<string>)(() => report.Text(results)))));
        foreach (var (file, text) in files.OrderBy(entry => entry.File.IsStream))
        {
            await writer.WriteAsync(file, text, cancellationToken);
        }
    }

    private ResultFile Executed(Notebook notebook) =>
        new(
            "--out",
            Path.Combine(_out!, Path.GetFileName(notebook.Path)),
            "earlier run of that notebook",
            EarlierResult.IsExecuted
        );
}
