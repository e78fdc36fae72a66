using System.CommandLine;
using System.Globalization;
using NotebookEngine.Arguments;
using NotebookEngine.Book;
using NotebookEngine.Learners;
using NotebookEngine.Notebooks;
using NotebookEngine.Reports;
using NotebookEngine.Running;
using NotebookEngine.Sessions;

namespace NotebookEngine.CommandLine;

/// <summary><c>book</c>: the lessons as a site that needs no server, no network and no kernel.</summary>
internal sealed class BookCommand(NotebookRunner runner, SessionFactory sessions, TimeProvider clock, Terminal terminal)
{
    private readonly Option<string> _out = new("--out")
    {
        Description = "Folder for the site: new, empty, or an earlier book, which is replaced.",
        Required = true,
    };
    private readonly Option<bool> _stored = new("--stored")
    {
        Description =
            "Run nothing: show the outputs that the notebooks' files hold. It takes seconds instead of a minute.",
    };

    internal Command Command
    {
        get
        {
            var command = new Command(
                "book",
                "Runs every lesson, and writes them with all pages beside them as a static site, to read in a browser."
            )
            {
                _out,
                _stored,
            };
            command.SetAction((parsed, cancellationToken) => OutcomeAsync(parsed, cancellationToken));
            return command;
        }
    }

    private async Task<int> OutcomeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            return await WriteAsync(parsed, cancellationToken);
        }
        catch (Exception problem) when (problem is UsageException or BrokenBookException or UnreadableNotebookException)
        {
            await terminal.Error.WriteLineAsync(problem.Message);
            return problem switch
            {
                UsageException => ExitCode.Usage,
                UnreadableNotebookException => ExitCode.Unreadable,
                _ => ExitCode.NotDone,
            };
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync($"the book could not be written: {problem.Message}");
            return ExitCode.Unwritten;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("cancelled");
            return ExitCode.Cancelled;
        }
    }

    private async Task<int> WriteAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var folder = BookFolder.At(Path.GetFullPath(parsed.GetValue(_out)!, terminal.Folder));
        var paths = new NotebookSelection(terminal.Folder).All();
        IReadOnlyList<Lesson> lessons;
        if (parsed.GetValue(_stored))
        {
            lessons = [.. paths.Select(Lesson.Stored)];
        }
        else
        {
            ProgressPlace.SwitchOffUnlessChosen();
            var results = await new HeadlessRun(paths, solutions: false).RunAsync(
                runner,
                terminal,
                new RunOptions(),
                cancellationToken
            );
            await terminal.Out.WriteAsync(Summary.Of(results));
            if (ExitCode.Of(results) is var code && code != ExitCode.AllPassed)
            {
                await terminal.Error.WriteLineAsync(
                    code == ExitCode.Cancelled
                        ? "cancelled: no book was written"
                        : "no book was written: every lesson must pass first"
                );
                return code;
            }

            lessons = [.. results.Select(Lesson.Executed)];
        }

        var started = clock.GetTimestamp();
        var files = await BookMaker.MakeAsync(lessons, sessions, cancellationToken);
        if (folder.Write(files) is { } left)
        {
            await terminal.Error.WriteLineAsync($"the earlier book could not be removed: {left}");
        }

        await terminal.Out.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{files.Count(file => file.IsPage)} pages, {files.Sum(file => (long)file.Content.Length):N0} bytes, {clock.GetElapsedTime(started).TotalSeconds:0.0} s"
            )
        );
        return ExitCode.Done;
    }
}
