using ClientAuth.FailureCases.Tester.Usage;
using ClientAuth.FailureCases.Tester.Verdicts;

namespace ClientAuth.FailureCases.Tester.Reports;

/// <summary>The report files that the command line names.</summary>
/// <param name="arguments">The command line.</param>
internal sealed class ReportFiles(TesterArguments arguments)
{
    private readonly IReadOnlyList<(ReportFile File, Func<TestReport, string> Form)> _files =
    [
        .. new (string Option, string? Path, Func<TestReport, string> Form)[]
        {
            (CommandLineSyntax.JsonOption, arguments.Json, JsonReport.Of),
            (CommandLineSyntax.JUnitOption, arguments.JUnit, JUnitReport.Of),
            (CommandLineSyntax.HtmlOption, arguments.Html, HtmlReport.Of),
        }
            .Where(one => one.Path is not null)
            .Select(one => (new ReportFile(one.Option, one.Path!), one.Form)),
    ];

    /// <summary>Finds out, before anything is sent, what would keep them from being written.</summary>
    /// <exception cref="TesterException">One of them cannot be written, or two are one file.</exception>
    public void Check()
    {
        var paths = _files.Select(one => Path.GetFullPath(one.File.Path)).ToList();
        if (paths.Distinct(StringComparer.OrdinalIgnoreCase).Count() < paths.Count)
        {
            throw TesterException.Usage("Two reports have one file; name a file for each.");
        }

        foreach (var (file, _) in _files)
        {
            file.Check();
        }
    }

    /// <summary>Writes all of them; one that cannot be written takes nothing from the others.</summary>
    /// <exception cref="TesterException">One could not be written.</exception>
    public void Write(TestReport report)
    {
        TesterException? first = null;
        foreach (var (file, form) in _files)
        {
            try
            {
                file.Write(form(report));
            }
            catch (TesterException problem)
            {
                first ??= problem;
            }
        }

        if (first is not null)
        {
            throw first;
        }
    }
}
