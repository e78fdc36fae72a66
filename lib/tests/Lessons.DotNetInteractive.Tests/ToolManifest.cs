using System.Text.Json.Nodes;

namespace Lessons.DotNetInteractive.Tests;

/// <summary>The local tools of the checkout, <c>lib/.config/dotnet-tools.json</c>.</summary>
internal static class ToolManifest
{
    public static string VersionOf(string tool) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "lib", ".config", "dotnet-tools.json")))!["tools"]![
            tool
        ]!["version"]!.GetValue<string>();
}
