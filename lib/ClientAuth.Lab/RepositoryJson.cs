using System.Text.Json.Serialization;
using ClientAuth.Lab.Choosing;
using ClientAuth.Lab.Gallery;
using ClientAuth.Lab.Mistakes;
using ClientAuth.Protocol.Json;

namespace ClientAuth.Lab;

/// <summary>How files of <c>data/</c> are written: an unknown member, a duplicate name, a null or a missing member is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    Converters = [typeof(NamedValue<MistakeSide>)]
)]
[JsonSerializable(typeof(DecisionModel))]
[JsonSerializable(typeof(FailureGroups))]
[JsonSerializable(typeof(ClientMistakes))]
internal sealed partial class RepositoryJson : JsonSerializerContext;
