using System.Runtime.InteropServices;

namespace NotebookEngine.Installation;

/// <summary>The program <c>dotnet</c> that belongs to the runtime of this process.</summary>
internal static class DotnetHost
{
    private const string HostVariable = "DOTNET_HOST_PATH";

    /// <summary>Its absolute path. A front end started from a desktop often has no <c>dotnet</c> on its PATH.</summary>
    /// <exception cref="InstallationException">There is none.</exception>
    internal static string Path()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        // <root>/shared/Microsoft.NETCore.App/<version>/
        var root = System.IO.Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory());
        string?[] candidates = [System.IO.Path.Combine(root, name), Environment.GetEnvironmentVariable(HostVariable)];
        return candidates.FirstOrDefault(File.Exists)
            ?? throw new InstallationException(
                $"no {name} was found in {root}, where this process has its runtime from",
                $"set {HostVariable} to the absolute path of {name}"
            );
    }
}
