using System.Text.Json;
using System.Text.RegularExpressions;

namespace ClientAuth.FailureCases.Tests.Catalogue;

/// <summary>
/// Validates against the part of JSON Schema 2020-12 that the catalogue's schema uses. A keyword beyond that is an error, so that
/// none is taken for checked.
/// </summary>
internal sealed class JsonSchemaCheck(JsonElement root)
{
    /// <summary>Where the instance breaks the schema, as JSON Pointers with a reason; none where it is valid.</summary>
    public IReadOnlyList<string> Problems(JsonElement instance) => [.. Check(root, instance, "")];

    private IEnumerable<string> Check(JsonElement schema, JsonElement instance, string at) =>
        schema.EnumerateObject().SelectMany(keyword => Check(keyword, schema, instance, at));

    private IEnumerable<string> Check(JsonProperty keyword, JsonElement schema, JsonElement instance, string at) =>
        keyword.Name switch
        {
            "$schema" or "$defs" or "title" or "description" => [],
            "$ref" => Check(Resolve(keyword.Value.GetString()!), instance, at),
            "oneOf" => Exactly(1, keyword.Value, instance, at),
            "not" => Check(keyword.Value, instance, at).Any() ? [] : [$"{at}: what must not be there is"],
            "type" => Unless(IsOfType(keyword.Value, instance), at, $"must be {keyword.Value}"),
            "const" => Unless(JsonElement.DeepEquals(keyword.Value, instance), at, $"must be {keyword.Value}"),
            "enum" => Unless(
                keyword.Value.EnumerateArray().Any(value => JsonElement.DeepEquals(value, instance)),
                at,
                $"must be one of {keyword.Value}"
            ),
            "pattern" => Unless(
                instance.ValueKind != JsonValueKind.String
                    || Regex.IsMatch(instance.GetString()!, keyword.Value.GetString()!, RegexOptions.ECMAScript),
                at,
                $"must match {keyword.Value}"
            ),
            "minimum" => Unless(NumberOr(instance, 0) >= keyword.Value.GetDouble(), at, "is too small"),
            "maximum" => Unless(NumberOr(instance, 0) <= keyword.Value.GetDouble(), at, "is too great"),
            "minProperties" => Unless(
                instance.ValueKind != JsonValueKind.Object || Members(instance).Count >= keyword.Value.GetInt32(),
                at,
                "has too few members"
            ),
            "maxProperties" => Unless(Members(instance).Count <= keyword.Value.GetInt32(), at, "has too many members"),
            "minItems" => Unless(Length(instance) >= keyword.Value.GetInt32(), at, "has too few elements"),
            "uniqueItems" => Unless(
                Elements(instance).Select(element => element.GetRawText()).Distinct().Count() == Length(instance),
                at,
                "has an element twice"
            ),
            "items" => Elements(instance).SelectMany((element, i) => Check(keyword.Value, element, $"{at}/{i}")),
            "required" => keyword
                .Value.EnumerateArray()
                .Where(name =>
                    instance.ValueKind == JsonValueKind.Object && !instance.TryGetProperty(name.GetString()!, out _)
                )
                .Select(name => $"{at}: lacks {name}"),
            "properties" => Members(instance)
                .Where(member => keyword.Value.TryGetProperty(member.Name, out _))
                .SelectMany(member =>
                    Check(keyword.Value.GetProperty(member.Name), member.Value, $"{at}/{member.Name}")
                ),
            "additionalProperties" => Members(instance)
                .Where(member =>
                    !(schema.TryGetProperty("properties", out var known) && known.TryGetProperty(member.Name, out _))
                )
                .SelectMany(member =>
                    keyword.Value.ValueKind == JsonValueKind.False
                        ? [$"{at}: has the unknown member {member.Name}"]
                        : Check(keyword.Value, member.Value, $"{at}/{member.Name}")
                ),
            _ => throw new NotSupportedException($"This check does not know the keyword '{keyword.Name}'."),
        };

    private IEnumerable<string> Exactly(int count, JsonElement schemas, JsonElement instance, string at)
    {
        var problems = schemas.EnumerateArray().Select(schema => Check(schema, instance, at).ToList()).ToList();
        return problems.Count(list => list is []) == count
            ? []
            : [$"{at}: must match exactly one of {problems.Count}", .. problems.MinBy(list => list.Count)!];
    }

    private JsonElement Resolve(string reference) =>
        reference.StartsWith("#/$defs/", StringComparison.Ordinal)
            ? root.GetProperty("$defs").GetProperty(reference["#/$defs/".Length..])
            : throw new NotSupportedException($"This check does not follow '{reference}'.");

    private static bool IsOfType(JsonElement type, JsonElement instance) =>
        type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Any(one => IsOfType(one, instance))
            : type.GetString() switch
            {
                "integer" => instance.ValueKind == JsonValueKind.Number && instance.TryGetInt64(out _),
                "boolean" => instance.ValueKind is JsonValueKind.True or JsonValueKind.False,
                var name => string.Equals(name, instance.ValueKind.ToString(), StringComparison.OrdinalIgnoreCase),
            };

    private static IEnumerable<string> Unless(bool holds, string at, string problem) =>
        holds ? [] : [$"{at}: {problem}"];

    private static List<JsonElement> Elements(JsonElement instance) =>
        instance.ValueKind == JsonValueKind.Array ? [.. instance.EnumerateArray()] : [];

    private static List<JsonProperty> Members(JsonElement instance) =>
        instance.ValueKind == JsonValueKind.Object ? [.. instance.EnumerateObject()] : [];

    private static int Length(JsonElement instance) =>
        instance.ValueKind == JsonValueKind.Array ? instance.GetArrayLength() : 0;

    private static double NumberOr(JsonElement instance, double otherwise) =>
        instance.ValueKind == JsonValueKind.Number ? instance.GetDouble() : otherwise;
}
