using System.Text.Json.Nodes;
using ExecutedLessons;

[assembly: AssemblyFixture(typeof(Lessons.DotNetInteractive.Tests.OwnEngineLessons))]

namespace Lessons.DotNetInteractive.Tests;

/// <summary>Every lesson as this project's own engine executes it; started when the first test asks.</summary>
public sealed class OwnEngineLessons
{
    private readonly Lazy<Task<string>> _folder = new(() => HeadlessLessons.FolderAsync(Checkout.Root));

    internal async Task<JsonObject> ExecuteAsync(string lesson)
    {
        var saved = await File.ReadAllTextAsync(Path.Combine(await _folder.Value, lesson));
        return JsonNode.Parse(saved)!.AsObject();
    }
}
