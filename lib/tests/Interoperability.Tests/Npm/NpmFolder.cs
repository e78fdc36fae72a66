using System.Text.Json;

namespace Interoperability.Tests.Npm;

/// <summary>The folder into which the packages from npm are installed. They are no part of the repository.</summary>
internal static class NpmFolder
{
    /// <summary>The environment variable that names it; <c>.ci/run</c> sets it.</summary>
    public const string Variable = "INTEROPERABILITY_NPM";

    public const string OidcProvider = "oidc-provider";
    public const string OpenIdClient = "openid-client";
    public const string Oauth4WebApi = "oauth4webapi";

    /// <summary>The versions that the results are those of. undici has the connections of both clients.</summary>
    private static readonly Dictionary<string, string> Versions = new()
    {
        [OidcProvider] = "9.13.3",
        [OpenIdClient] = "6.9.0",
        [Oauth4WebApi] = "3.8.8",
        ["undici"] = "7.30.2",
    };

    /// <summary>What fills the folder.</summary>
    private static string Installation =>
        $"npm install --prefix FOLDER {string.Join(' ', Versions.Select(one => $"{one.Key}@{one.Value}"))}";

    /// <summary>A package with its version.</summary>
    public static string Named(string package) => $"{package} {Versions[package]}";

    /// <summary>The folder. Where no variable names one, the test ends with the reason; another version in it is a failure.</summary>
    public static string Required()
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(folder))
        {
            RequiredTools.Missing($"{Variable} names no folder; {Installation} fills one.");
        }

        Assert.Equal(Versions, Versions.Keys.ToDictionary(package => package, package => Installed(folder, package)));
        return folder;
    }

    private static string Installed(string folder, string package)
    {
        var file = Path.Combine(folder, "node_modules", package, "package.json");
        Assert.True(
            File.Exists(file),
            $"{Variable} must name a folder with {package}, and names '{folder}'. {Installation} fills one."
        );
        return JsonElement.Parse(File.ReadAllBytes(file)).GetProperty("version").GetString()!;
    }
}
