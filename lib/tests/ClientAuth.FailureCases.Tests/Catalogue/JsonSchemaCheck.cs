using System.Text.Json;
using Json.Schema;

namespace ClientAuth.FailureCases.Tests.Catalogue;

/// <summary>Validates JSON against a schema of <c>data/</c> (JSON Schema 2020-12).</summary>
internal sealed class JsonSchemaCheck(JsonElement schema)
{
    private readonly JsonSchema _schema = JsonSchema.Build(schema);

    /// <summary>Where the instance breaks the schema, as JSON Pointers with a reason; none where it is valid.</summary>
    public IReadOnlyList<string> Problems(JsonElement instance)
    {
        var results = _schema.Evaluate(instance, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return results.IsValid ? [] : [.. (results.Details ?? []).Prepend(results).SelectMany(Problems)];
    }

    private static IEnumerable<string> Problems(EvaluationResults result) =>
        (result.Errors ?? new Dictionary<string, string>()).Select(error =>
            $"{result.InstanceLocation}: {error.Key}: {error.Value}"
        );
}
