using System.Text.Json.Serialization;

namespace ClientAuth.FailureCases.Results;

/// <summary>The JSON form of the results: what is absent is left out, and when read, an unknown, duplicate or missing member is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(IReadOnlyList<RecordedRun>))]
internal sealed partial class ResultsJson : JsonSerializerContext;
