using System.Reflection;

namespace Lessons.DotNetInteractive.Tests;

/// <summary>Where the other engine's program is.</summary>
internal static class Engines
{
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
}
