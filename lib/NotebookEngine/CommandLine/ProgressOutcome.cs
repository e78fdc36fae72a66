using NotebookEngine.Arguments;
using NotebookEngine.Learners;
using NotebookEngine.Notebooks;

namespace NotebookEngine.CommandLine;

/// <summary>The exit code of a progress command; an error is printed with what to do about it.</summary>
internal static class ProgressOutcome
{
    /// <returns>The process's exit code.</returns>
    internal static async Task<int> OfAsync(Terminal terminal, Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (UsageException problem)
        {
            await terminal.Error.WriteLineAsync(problem.Message);
            return ExitCode.Usage;
        }
        catch (UnreadableNotebookException problem)
        {
            await terminal.Error.WriteLineAsync(problem.Message);
            return ExitCode.Unreadable;
        }
        catch (UnusableProgressException problem)
        {
            await terminal.Error.WriteLineAsync(problem.Message);
            await terminal.Error.WriteLineAsync($"  remedy: {problem.Remedy}");
            return ExitCode.NotDone;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync(problem.Message);
            await terminal.Error.WriteLineAsync(
                $"  remedy: make it writable, or set {ProgressPlace.Variable} to the absolute path of another file"
            );
            return ExitCode.NotDone;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("cancelled");
            return ExitCode.Cancelled;
        }
    }
}
