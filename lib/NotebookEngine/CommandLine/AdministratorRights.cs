using NotebookEngine.Installation;

namespace NotebookEngine.CommandLine;

/// <summary>What a person is told who installs for everybody without the right to.</summary>
internal static class AdministratorRights
{
    /// <param name="place">Where the command is at work.</param>
    /// <param name="command">The command, as it is given again.</param>
    /// <param name="work">What it does there.</param>
    /// <exception cref="InstallationException">It may not be done there; the remedy names the command line.</exception>
    internal static async Task AskForAsync(InstallPlace place, string command, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (UnauthorizedAccessException problem) when (place.IsEverybodys)
        {
            throw new InstallationException(
                $"this account may not change what all accounts use: {problem.Message}",
                Remedy(
                    DotnetHost.Path(),
                    EngineBuild.OfThisProcess().Program,
                    command,
                    place.IsSearched ? null : place.DataFolder,
                    OperatingSystem.IsWindows()
                )
            );
        }
    }

    /// <summary>The command line by which an administrator gives the command.</summary>
    /// <param name="dotnet">Absolute path of <c>dotnet</c>.</param>
    /// <param name="program">Absolute path of the engine's assembly.</param>
    /// <param name="command">The command.</param>
    /// <param name="dataFolder">Where, if it is not where every Jupyter looks.</param>
    /// <param name="isWindows">Whether it is for PowerShell or cmd, and not for a Unix shell.</param>
    internal static string Remedy(string dotnet, string program, string command, string? dataFolder, bool isWindows)
    {
        // By the built program: 'dotnet run' as an administrator would leave files in the checkout that nobody else can replace.
        var line = $"{Quoted(program)} {command}{(dataFolder is null ? "" : $" --data-dir {Quoted(dataFolder)}")}";
        // PowerShell takes a line that begins with a quoted path for a text. What is on the path of root may be another dotnet, or none.
        return isWindows
            ? $"give the command in a terminal that was opened with 'Run as administrator': dotnet {line}"
            : $"sudo {Quoted(dotnet)} {line}";

        string Quoted(string path) => ShellWord.Quoted(path, isWindows);
    }
}
