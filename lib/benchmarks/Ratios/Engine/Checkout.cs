using System.Text.Json;

namespace Ratios.Engine;

/// <summary>What the ratios of the engine need of the checkout: its lessons, the built engine, and the restored tool.</summary>
internal static class Checkout
{
    private const string Tool = "microsoft.dotnet-interactive";

    /// <summary>The folder above <c>lib/</c>.</summary>
    public static string Root { get; } =
        Above(AppContext.BaseDirectory, folder => Directory.Exists(Path.Combine(folder, "notebooks", "solutions")));

    public static string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>The engine as the build left it beside this program.</summary>
    public static string Engine => Path.Combine(AppContext.BaseDirectory, "NotebookEngine.dll");

    /// <summary>The program of .NET Interactive, where <c>dotnet tool restore</c> has put it; it may not be there.</summary>
    public static string DotNetInteractive
    {
        get
        {
            var manifest = JsonElement.Parse(
                File.ReadAllBytes(Path.Combine(Root, "lib", ".config", "dotnet-tools.json"))
            );
            var version = manifest.GetProperty("tools").GetProperty(Tool).GetProperty("version").GetString()!;
            var packages =
                Environment.GetEnvironmentVariable("NUGET_PACKAGES")
                ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
            return Path.Combine([
                packages,
                Tool,
                version,
                "tools",
                "net10.0",
                "any",
                "Microsoft.DotNet.Interactive.App.dll",
            ]);
        }
    }

    /// <summary>Why .NET Interactive cannot be measured here, or null.</summary>
    public static string? MissingPeer =>
        !File.Exists(DotNetInteractive)
            ? "the tool dotnet-interactive is not restored: cd lib && dotnet tool restore"
            : EndedProgram.Missing;

    private static string Above(string folder, Predicate<string> isIt) =>
        isIt(folder) ? folder
        : Path.GetDirectoryName(folder) is { } parent ? Above(parent, isIt)
        : throw new DirectoryNotFoundException($"No checkout is above {AppContext.BaseDirectory}.");
}
