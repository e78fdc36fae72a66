using System.Text.Json;

namespace ClientAuth.Visuals.Tests.Contract;

/// <summary>Readings of a Plotly figure.</summary>
internal static class PlotlyJson
{
    public static IEnumerable<string> Strings(string json) => Strings(JsonDocument.Parse(json).RootElement);

    /// <summary>Paths of all attributes, array positions left out: <c>data.marker.color</c>.</summary>
    public static IReadOnlySet<string> Paths(string json) =>
        Paths(JsonDocument.Parse(json).RootElement, "").ToHashSet();

    private static IEnumerable<string> Strings(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Strings(member.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
            JsonValueKind.String => [element.GetString()!],
            _ => [],
        };

    private static IEnumerable<string> Paths(JsonElement element, string path) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(member => Paths(member.Value, path is "" ? member.Name : $"{path}.{member.Name}")),
            JsonValueKind.Array when element.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object) =>
                element.EnumerateArray().SelectMany(item => Paths(item, path)),
            _ => [path],
        };
}
