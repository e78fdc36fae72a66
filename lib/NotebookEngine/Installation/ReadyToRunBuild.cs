using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace NotebookEngine.Installation;

/// <summary>
/// Compiles the engine and the packages that it stands on ahead of time for this machine, from the engine's own project. All
/// that it makes goes to a folder of its own, so that the checkout and a build that is running there stay as they are.
/// </summary>
internal sealed partial class ReadyToRunBuild(string dotnet)
{
    /// <param name="project">Absolute path of the engine's project file.</param>
    /// <param name="workFolder">For what only the compilation needs.</param>
    /// <param name="target">Takes what runs.</param>
    /// <param name="cancellationToken">Ends the compilation, too.</param>
    /// <returns>Null, or why it could not be done, in one line.</returns>
    internal async Task<string?> MakeAsync(
        string project,
        string workFolder,
        string target,
        CancellationToken cancellationToken
    )
    {
        var build = await ChildProgram.RunAsync(
            dotnet,
            [
                "publish",
                project,
                "--configuration",
                "Release",
                "--runtime",
                RuntimeInformation.RuntimeIdentifier,
                "--self-contained",
                "false",
                "--artifacts-path",
                workFolder,
                "--output",
                target,
                // A server would outlive this command, and hold its output open.
                "--disable-build-servers",
                "-p:PublishReadyToRun=true",
                "-p:EngineAlone=true",
                "-p:RunAnalyzers=false",
                $"-p:NuGetLockFilePath={Path.Combine(workFolder, "packages.lock.json")}",
            ],
            Path.GetDirectoryName(project)!,
            cancellationToken
        );
        return build.ExitCode == 0 ? null
            : build.Lines.Select(line => Error.Match(line)).FirstOrDefault(match => match.Success) is { } error
                ? error.Groups["text"].Value
            : $"'dotnet publish' ended with exit code {build.ExitCode}: {string.Join(" | ", build.Lines.TakeLast(2))}";
    }

    // <where>: error <code>: <text> [<project>]
    [GeneratedRegex(@"\berror (?<text>[A-Z]+\d+: .*?)( \[[^\]]+\])?\z")]
    private static partial Regex Error { get; }
}
