using System.Diagnostics;
using System.Text;

namespace Packages.Tests.Processes;

/// <summary>Starts programs as somebody without the checkout would: in a folder of their own, with nothing that this build has set.</summary>
internal static class Commands
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    // 'dotnet test' tells its children which SDK it runs, and where; a command that somebody types is told nothing.
    private static readonly string[] OfTheBuild = ["MSBUILD", "MSBuild", "DOTNET_CLI_", "CLIENT_AUTH_KEYS"];

    public static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Runs a command to its end.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="program">A path, or a name that is found on the path.</param>
    /// <param name="arguments">Passed as they are, without a shell.</param>
    public static async Task<CommandResult> RunAsync(
        string folder,
        string program,
        params IEnumerable<string> arguments
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        using var process = Start(folder, program, arguments);
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            var command = $"{Path.GetFileName(program)} {string.Join(' ', process.StartInfo.ArgumentList)}";
            return new CommandResult(command, process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Starts a command, with its input and outputs in pipes.</summary>
    public static Process Start(string folder, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfTheBuild).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_ROOT"] = Runtime;
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["NO_COLOR"] = "1";
        // No process is to wait for the next build.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        return RequiredTools.Start(start, package: Path.GetFileName(program));
    }

    // Where a tool's own start file looks for .NET, unless it is in the system's usual place: above shared/Microsoft.NETCore.App/10.0.x/.
    private static string Runtime =>
        new FileInfo(typeof(object).Assembly.Location).Directory!.Parent!.Parent!.Parent!.FullName;

    private static bool IsOfTheBuild(string variable) =>
        OfTheBuild.Any(prefix => variable.StartsWith(prefix, StringComparison.Ordinal));
}
