using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClientAuth.Client.Platform;
using ClientAuth.Protocol;

namespace ClientAuth.Client.Registration;

/// <summary>
/// Stores a device's client, so that the next start of the app finds it: one entry for each server and template. A damaged
/// entry counts as none. Registering again is safe: the server knows the device by its key, and renews the client.
/// </summary>
internal sealed class DeviceClientStore(DeviceStorage storage, string issuer, string templateClientId)
{
    /// <summary>The same for every start of the app, and another one for another server or template.</summary>
    public string Name { get; } =
        "haapi-client-"
        + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{templateClientId}")))[..16];

    /// <summary>The client, or null where there is none that can be read.</summary>
    public DeviceClient? Read()
    {
        if (storage.Read(Name) is not { } text)
        {
            return null;
        }

        try
        {
            var stored = JsonSerializer.Deserialize(text, StoredRegistrationJson.Default.StoredRegistration);
            return stored is not null && stored.Issuer == issuer && stored.TemplateClientId == templateClientId
                ? Client(stored)
                : null;
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            return null;
        }
    }

    public void Write(DeviceClient client) =>
        storage.Write(
            Name,
            JsonSerializer.Serialize(
                new StoredRegistration
                {
                    Issuer = issuer,
                    TemplateClientId = templateClientId,
                    KeyThumbprint = client.KeyThumbprint,
                    Certificate = client.Certificate is { } der ? Convert.ToBase64String(der) : null,
                    Client = JsonSerializer.SerializeToElement(
                        client.Registration,
                        ProtocolJson.Default.ClientMetadata
                    ),
                },
                StoredRegistrationJson.Default.StoredRegistration
            )
        );

    public void Delete() => storage.Delete(Name);

    private static DeviceClient? Client(StoredRegistration stored) =>
        stored.Client.Deserialize(ProtocolJson.Default.ClientMetadata) is { ClientId.Length: > 0 } client
            ? new DeviceClient(
                client,
                stored.KeyThumbprint,
                stored.Certificate is { } der ? Convert.FromBase64String(der) : null
            )
            : null;
}

/// <summary>A device's registration as it is kept between two starts of the app. It holds what proves the client, and does not print it.</summary>
internal sealed class StoredRegistration
{
    /// <summary>The server that it is registered with.</summary>
    public required string Issuer { get; init; }

    /// <summary>The template that it comes from.</summary>
    public required string TemplateClientId { get; init; }

    /// <summary>Thumbprint of the device's key when it registered.</summary>
    public required string KeyThumbprint { get; init; }

    /// <summary>The registered certificate, Base64 of DER; only where that is the credential.</summary>
    public string? Certificate { get; init; }

    /// <summary>What the registration answered with.</summary>
    public required JsonElement Client { get; init; }
}

/// <summary>How a stored registration is written as JSON. Strict, as <see cref="Protocol.ProtocolJson"/> is.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
)]
[JsonSerializable(typeof(StoredRegistration))]
internal sealed partial class StoredRegistrationJson : JsonSerializerContext;
