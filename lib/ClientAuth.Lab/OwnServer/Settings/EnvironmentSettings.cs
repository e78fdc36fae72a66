using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace ClientAuth.Lab.OwnServer.Settings;

/// <summary>The same settings from environment variables, for one client: <c>OWN_SERVER_</c> and the member's name in capitals.</summary>
internal static class EnvironmentSettings
{
    private const string Prefix = "OWN_SERVER_";

    private static readonly string[] OfTheServer = [.. TextsOf(SettingsJson.Default.SettingsDocument)];
    private static readonly string[] OfTheClient = [.. TextsOf(SettingsJson.Default.ClientDocument)];

    /// <summary>What the variables say; null where none of them is set. An empty one counts as not set.</summary>
    /// <param name="variables">All variables of the process.</param>
    /// <exception cref="OwnServerSettingsException">A variable has the prefix, and is none of them.</exception>
    public static SettingsDocument? Read(IReadOnlyDictionary<string, string> variables)
    {
        var set = variables
            .Where(one => one.Key.StartsWith(Prefix, StringComparison.Ordinal) && one.Value.Length > 0)
            .ToDictionary(one => one.Key[Prefix.Length..].ToLowerInvariant(), one => one.Value, StringComparer.Ordinal);
        if (set.Keys.FirstOrDefault(member => !OfTheServer.Concat(OfTheClient).Contains(member)) is { } unknown)
        {
            throw new OwnServerSettingsException(
                NameOf(unknown),
                $"is no variable of this lesson; there are {string.Join(", ", OfTheServer.Concat(OfTheClient).Select(NameOf))}."
            );
        }

        if (set.Count == 0)
        {
            return null;
        }

        var document = Written(OfTheServer, set);
        document["clients"] = new JsonArray(Written(OfTheClient, set));
        return document.Deserialize(SettingsJson.Default.SettingsDocument);
    }

    /// <summary>How a mistake in them is named.</summary>
    /// <param name="folder">What relative file names are relative to.</param>
    public static SettingsSource Source(string folder) =>
        new(
            "environment variables",
            folder,
            "the folder certs/",
            (_, member) => $"environment variable {NameOf(member)}"
        );

    private static string NameOf(string member) => Prefix + member.ToUpperInvariant();

    private static JsonObject Written(string[] members, Dictionary<string, string> set) =>
        new(members.Where(set.ContainsKey).Select(member => KeyValuePair.Create(member, (JsonNode?)set[member])));

    // The list of clients is no text: variables have one client.
    private static IEnumerable<string> TextsOf(JsonTypeInfo type) =>
        type.Properties.Where(member => member.PropertyType == typeof(string)).Select(member => member.Name);
}
