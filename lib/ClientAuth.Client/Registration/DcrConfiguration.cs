namespace ClientAuth.Client.Registration;

/// <summary>Configures the fallback: how a device that cannot attest itself registers its own client (RFC 7591).</summary>
/// <param name="TemplateClientId">What the device registers from, its <c>software_id</c>.</param>
/// <param name="ClientRegistrationEndpointUri">The registration endpoint.</param>
public sealed record DcrConfiguration(string TemplateClientId, Uri ClientRegistrationEndpointUri)
{
    /// <summary>The credential of the device's client; it must be the one that the template is for.</summary>
    public DeviceCredential DeviceCredential { get; init; } = DeviceCredential.Key;

    /// <summary>
    /// The client whose initial access token allows registration from the template; the configured method authenticates it.
    /// Null is the client of the <see cref="Haapi.HaapiConfiguration"/>. A client that attests itself is registered for no
    /// authentication, so it cannot be this one.
    /// </summary>
    public string? MainClientId { get; init; }

    /// <summary>The template.</summary>
    public override string ToString() => TemplateClientId;
}
