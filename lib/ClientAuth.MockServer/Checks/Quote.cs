using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ClientAuth.MockServer.Checks;

/// <summary>Values from a request, made fit for a trace: in quotes, cut short, without control characters.</summary>
internal static class Quote
{
    private const int MaximumLength = 120;

    // 128 random bits take at least as many printable characters: what is shorter is an identifier, or a secret that guards nothing.
    private const int ShortestSecret = 20;

    public static string Text(string? value) => value is null ? "nothing" : $"'{Printable(value)}'";

    /// <summary>A member of a JSON object as it is written there.</summary>
    public static string Member(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? Printable(value.GetRawText()) : "nothing";

    /// <summary>
    /// What stands where an identifier belongs. One that nobody registered may be a secret in the wrong place, and is described
    /// where it is long enough to be one.
    /// </summary>
    public static string Identifier(string? value, RegisteredClients clients) =>
        IsPerhapsSecret(value, clients) ? Unregistered(value) : Text(value);

    /// <summary>The same for a member of a JSON object, as it is written there.</summary>
    public static string Identifier(JsonElement json, string name, RegisteredClients clients) =>
        json.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is var text
        && IsPerhapsSecret(text, clients)
            ? Unregistered(text)
            : Member(json, name);

    private static bool IsPerhapsSecret([NotNullWhen(true)] string? value, RegisteredClients clients) =>
        value?.Length >= ShortestSecret && clients.Find(value) is null;

    private static string Unregistered(string value) => $"an unregistered identifier of {value.Length} characters";

    private static string Printable(string value)
    {
        var cut = value.Length > MaximumLength ? value[..MaximumLength] + "…" : value;
        return string.Concat(cut.Select(c => char.IsControl(c) ? '\uFFFD' : c));
    }
}
