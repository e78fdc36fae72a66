using System.Text.Json.Serialization;
using ClientAuth.Client.Registration;

namespace ClientAuth.Client;

/// <summary>What an app keeps on the device, as JSON. Strict, as <see cref="Protocol.ProtocolJson"/> is.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
)]
[JsonSerializable(typeof(StoredRegistration))]
internal sealed partial class ClientJson : JsonSerializerContext;
