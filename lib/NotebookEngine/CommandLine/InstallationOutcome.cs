using System.ComponentModel;
using NotebookEngine.Installation;

namespace NotebookEngine.CommandLine;

/// <summary>The exit code of an installation command; an error is printed with what to do about it.</summary>
internal static class InstallationOutcome
{
    /// <returns>The process's exit code.</returns>
    internal static async Task<int> OfAsync(Terminal terminal, Func<Task> command)
    {
        try
        {
            await command();
            return ExitCode.Done;
        }
        catch (InstallationException problem)
        {
            await terminal.Error.WriteLineAsync(problem.Message);
            await terminal.Error.WriteLineAsync($"  remedy: {problem.Remedy}");
            return ExitCode.NotDone;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync(problem.Message);
            await terminal.Error.WriteLineAsync("  remedy: make the folder writable, or name another with --data-dir");
            return ExitCode.NotDone;
        }
        catch (Win32Exception problem)
        {
            await terminal.Error.WriteLineAsync(problem.Message);
            await terminal.Error.WriteLineAsync("  remedy: see whether 'dotnet --info' runs in this folder");
            return ExitCode.NotDone;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("cancelled; what is installed stays as it is");
            return ExitCode.Cancelled;
        }
    }
}
