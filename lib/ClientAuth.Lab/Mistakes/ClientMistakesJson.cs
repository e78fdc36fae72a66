using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClientAuth.Lab.Mistakes;

/// <summary>How the mistakes are written: an unknown member, a duplicate name, a null or a missing member is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    Converters = [typeof(SideNames)]
)]
[JsonSerializable(typeof(ClientMistakes))]
internal sealed partial class ClientMistakesJson : JsonSerializerContext;

/// <summary>A side by its name in lower case, and by nothing else.</summary>
internal sealed class SideNames()
    : JsonStringEnumConverter<MistakeSide>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);
