using System.Text.Json;
using System.Text.Json.Serialization;
using ClientAuth.Protocol.Attestation;
using ClientAuth.Protocol.Authorization;
using ClientAuth.Protocol.Resources;

namespace ClientAuth.Protocol;

/// <summary>
/// The JSON of all messages, read strictly: a duplicate name, a null where none is allowed and a missing required member are
/// <see cref="JsonException"/>s. Unknown members are ignored, as the specifications ask.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(AuthorizationServerMetadata))]
[JsonSerializable(typeof(ClientMetadata))]
[JsonSerializable(typeof(IReadOnlyList<ClientMetadata>))]
[JsonSerializable(typeof(IReadOnlyList<ClientTemplate>))]
[JsonSerializable(typeof(ClientRegistrationRequest))]
[JsonSerializable(typeof(JwkSet))]
[JsonSerializable(typeof(AttestationChallenge))]
[JsonSerializable(typeof(ClientAttestationTokenRequest))]
[JsonSerializable(typeof(ClientAttestationTokenResponse))]
[JsonSerializable(typeof(TokenResponse))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(IntrospectionResponse))]
[JsonSerializable(typeof(PushedAuthorizationResponse))]
[JsonSerializable(typeof(ErrorResponse))]
public sealed partial class ProtocolJson : JsonSerializerContext;
