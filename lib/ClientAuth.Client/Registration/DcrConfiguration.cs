namespace ClientAuth.Client.Registration;

/// <summary>How a device that cannot attest itself gets a client of its own (RFC 7591).</summary>
/// <param name="TemplateClientId">What the device registers from, its <c>software_id</c>.</param>
/// <param name="ClientRegistrationEndpointUri">The registration endpoint.</param>
public sealed record DcrConfiguration(string TemplateClientId, Uri ClientRegistrationEndpointUri)
{
    /// <summary>What the template wants the device's client to prove itself with.</summary>
    public DeviceCredential DeviceCredential { get; init; } = DeviceCredential.Key;

    /// <summary>
    /// The client that opens the template, and that the method configured beside this authenticates. Null is the client of the
    /// <see cref="Haapi.HaapiConfiguration"/>; where that one attests itself it is registered for no authentication, and cannot be it.
    /// </summary>
    public string? MainClientId { get; init; }

    /// <summary>The template.</summary>
    public override string ToString() => TemplateClientId;
}
