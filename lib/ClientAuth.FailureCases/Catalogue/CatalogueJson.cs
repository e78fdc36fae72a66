using System.Text.Json.Serialization;
using ClientAuth.FailureCases.Certificates;
using ClientAuth.FailureCases.Changes;
using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Jwts;
using ClientAuth.FailureCases.Keys;
using ClientAuth.FailureCases.ServerOverrides;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol.Json;

namespace ClientAuth.FailureCases.Catalogue;

/// <summary>The JSON form of the catalogue: an unknown member, a duplicate name, a null or a missing member is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    AllowOutOfOrderMetadataProperties = true,
    Converters = [
        typeof(NamedValue<Strength>),
        typeof(NamedValue<AudiencePolicy>),
        typeof(NamedValue<AudienceForm>),
        typeof(NamedValue<TypPolicy>),
        typeof(NamedValue<KeyIdPolicy>),
        typeof(NamedValue<NoncePolicy>),
        typeof(NamedValue<MacKey>),
        typeof(NamedValue<JwtKind>),
        typeof(NamedValue<SignatureForm>),
        typeof(NamedValue<CertificateIssuer>),
        typeof(NamedValue<ForwardingParty>),
        typeof(NamedValue<DevicePolicy>),
        typeof(NamedValue<AndroidDates>),
        typeof(NamedValue<Devices.Android.SecurityLevel>),
        typeof(NamedValue<Devices.Android.VerifiedBootState>),
        typeof(NamedValue<Devices.Apple.AppleEnvironment>),
        typeof(NamedValue<TrustedAuthority>),
        typeof(NamedValue<RevocationChoice>),
    ]
)]
[JsonSerializable(typeof(FailureCatalogue))]
internal sealed partial class CatalogueJson : JsonSerializerContext;
