using System.Text.Json.Serialization;

namespace ClientAuth.Lab.Choosing;

/// <summary>How the model is written: an unknown member, a duplicate name, a null or a missing member is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(DecisionModel))]
internal sealed partial class DecisionJson : JsonSerializerContext;
