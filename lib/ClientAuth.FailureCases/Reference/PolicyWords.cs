using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.ServerOverrides;

namespace ClientAuth.FailureCases.Reference;

/// <summary>The policies that a case gives its server, as the catalogue writes them: <c>audience_form: string_only</c>.</summary>
internal static class PolicyWords
{
    public static IEnumerable<string> Of(ServerChoices choices) =>
        Leaves("", (JsonObject)JsonSerializer.SerializeToNode(choices, CatalogueJson.Default.ServerChoices)!);

    // A group of policies is named by its members; one whose value is more than a word, by its name alone.
    private static IEnumerable<string> Leaves(string path, JsonObject group) =>
        group
            .Where(member => !IsLeftOut(member.Value))
            .SelectMany(member =>
                member.Value switch
                {
                    JsonObject inner => Leaves($"{path}{member.Key}.", inner),
                    JsonArray list when list.Any(item => item is not JsonValue) => [$"{path}{member.Key}"],
                    JsonArray list => [$"{path}{member.Key}: {string.Join(" ", list)}"],
                    var value => [$"{path}{member.Key}: {value}"],
                }
            );

    private static bool IsLeftOut(JsonNode? value) => value is null || value is JsonArray { Count: 0 };
}
