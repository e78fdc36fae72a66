using System.Text.Json;

namespace ClientAuth.MockServer.Checks;

/// <summary>Values from a request, made fit for a trace: in quotes, cut short, without control characters.</summary>
internal static class Quote
{
    private const int MaximumLength = 120;

    public static string Text(string? value) => value is null ? "nothing" : $"'{Printable(value)}'";

    /// <summary>A member of a JSON object as it is written there.</summary>
    public static string Member(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? Printable(value.GetRawText()) : "nothing";

    private static string Printable(string value)
    {
        var cut = value.Length > MaximumLength ? value[..MaximumLength] + "…" : value;
        return string.Concat(cut.Select(c => char.IsControl(c) ? '\uFFFD' : c));
    }
}
