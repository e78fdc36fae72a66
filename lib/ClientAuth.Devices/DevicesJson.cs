using System.Text.Json.Serialization;
using ClientAuth.Devices.Android;
using ClientAuth.Devices.Apple;
using ClientAuth.Protocol.Json;

namespace ClientAuth.Devices;

/// <summary>How a file of devices is written: an unknown member, a duplicate name, a null or a missing member is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    Converters = [
        typeof(NamedValue<SecurityLevel>),
        typeof(NamedValue<VerifiedBootState>),
        typeof(NamedValue<AttestationRoot>),
        typeof(NamedValue<ChainStatus>),
        typeof(NamedValue<AppleEnvironment>),
    ]
)]
[JsonSerializable(typeof(IReadOnlyList<DeviceProfile>))]
internal sealed partial class DevicesJson : JsonSerializerContext;
