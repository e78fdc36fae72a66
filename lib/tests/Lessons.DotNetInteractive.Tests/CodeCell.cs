using System.Text.Json.Nodes;

namespace Lessons.DotNetInteractive.Tests;

/// <summary>A code cell as it is committed.</summary>
internal sealed record CodeCell(string Id, string Source)
{
    public static IReadOnlyList<CodeCell> Read(string lesson) =>
        [
            .. JsonNode.Parse(File.ReadAllText(Checkout.PathOf(lesson)))!["cells"]!
                .AsArray()
                .Where(cell => cell!["cell_type"]!.GetValue<string>() == "code")
                .Select(cell => new CodeCell(
                    cell!["id"]!.GetValue<string>(),
                    string.Concat(cell["source"]!.AsArray().Select(line => line!.GetValue<string>()))
                )),
        ];
}
