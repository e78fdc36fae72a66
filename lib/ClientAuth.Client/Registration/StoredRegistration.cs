using System.Text.Json;

namespace ClientAuth.Client.Registration;

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
