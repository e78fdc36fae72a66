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
            var where = place.IsSearched ? "" : $" --data-dir {EngineBuild.Quoted(place.DataFolder)}";
            // By the built program: 'dotnet run' as an administrator would leave files in the checkout that nobody else can replace.
            var line =
                $"{EngineBuild.Quoted(DotnetHost.Path())} {EngineBuild.Quoted(EngineBuild.OfThisProcess().Program)}";
            throw new InstallationException(
                $"this account may not change what all accounts use: {problem.Message}",
                OperatingSystem.IsWindows()
                    ? $"give the command in a terminal that was opened with 'Run as administrator': {line} {command}{where}"
                    : $"sudo {line} {command}{where}"
            );
        }
    }
}
