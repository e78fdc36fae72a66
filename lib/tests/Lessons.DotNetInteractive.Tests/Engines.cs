using System.Reflection;

namespace Lessons.DotNetInteractive.Tests;

/// <summary>The programs of both engines.</summary>
internal static class Engines
{
    /// <summary>This project's engine, from the build of which this test is a part.</summary>
    public static string Own
    {
        get
        {
            // lib/artifacts/bin/<project>/<configuration>/
            var build = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(build.Parent!.Parent!.FullName, "NotebookEngine", build.Name, "NotebookEngine.dll");
        }
    }

    /// <summary>The tool <c>dotnet-interactive</c>, where <c>dotnet tool restore</c> has put it; it may not be there.</summary>
    public static string Tool
    {
        get
        {
            var packages = typeof(Engines)
                .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Single(item => item.Key == "NuGetPackageRoot")
                .Value!;
            return Path.Combine([
                packages,
                "microsoft.dotnet-interactive",
                ToolManifest.VersionOf("microsoft.dotnet-interactive"),
                "tools",
                "net10.0",
                "any",
                "Microsoft.DotNet.Interactive.App.dll",
            ]);
        }
    }

    public static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
}
