using System.Runtime.InteropServices;

namespace NotebookEngine.Installation;

/// <summary>The program <c>dotnet</c> that belongs to the runtime of this process.</summary>
internal static class DotnetHost
{
    private const string HostVariable = "DOTNET_HOST_PATH";

    private static string Name => OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    /// <summary>Its absolute path. A front end started from a desktop often has no <c>dotnet</c> on its PATH.</summary>
    /// <exception cref="InstallationException">There is none.</exception>
    internal static string Path()
    {
        // <root>/shared/Microsoft.NETCore.App/<version>/
        var root = System.IO.Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory());
        string?[] candidates =
        [
            OnPath(root, Environment.GetEnvironmentVariable("PATH") ?? ""),
            System.IO.Path.Combine(root, Name),
            Environment.GetEnvironmentVariable(HostVariable),
        ];
        return candidates.FirstOrDefault(File.Exists)
            ?? throw new InstallationException(
                $"no {Name} was found in {root}, where this process has its runtime from",
                $"set {HostVariable} to the absolute path of {Name}"
            );
    }

    /// <summary>
    /// The first <c>dotnet</c> of the path where it is the one in the root, by whatever link; null otherwise. A link stays when an
    /// upgrade removes the folder it led to: Homebrew's root has the version in its name.
    /// </summary>
    /// <param name="root">Absolute path of the folder that holds runtimes.</param>
    /// <param name="path">As in the variable <c>PATH</c>.</param>
    internal static string? OnPath(string root, string path)
    {
        var first = path.Split(System.IO.Path.PathSeparator)
            .Where(System.IO.Path.IsPathFullyQualified)
            .Select(folder => System.IO.Path.Combine(folder, Name))
            .FirstOrDefault(File.Exists);
        return first is not null && IsOf(root, Target(first)) ? first : null;
    }

    // Homebrew: Cellar/dotnet/<version>/libexec/dotnet, and beside libexec the script bin/dotnet that starts it.
    private static bool IsOf(string root, string program)
    {
        string[] own =
        [
            Target(System.IO.Path.Combine(root, Name)),
            System.IO.Path.GetFullPath(System.IO.Path.Combine(root, "..", "bin", Name)),
        ];
        return own.Contains(program, PathNames.Comparer);
    }

    private static string Target(string file) =>
        File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? System.IO.Path.GetFullPath(file);
}
