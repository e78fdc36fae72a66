namespace ClientAuth.Protocol;

/// <summary>The registration request of a device (RFC 7591 §3.1). Every other member of its registration comes from the template.</summary>
public sealed record ClientRegistrationRequest
{
    /// <summary>The template's identifier.</summary>
    public required string SoftwareId { get; init; }

    /// <summary>A name for people: the device's.</summary>
    public string? ClientName { get; init; }

    /// <summary>The device's public key, with its certificate where that is registered; none where the server makes a secret.</summary>
    public JwkSet? Jwks { get; init; }
}
