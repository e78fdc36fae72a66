namespace ClientAuth.Protocol;

/// <summary>What a device says about itself to register from a template (RFC 7591 §3.1); all else is the template's.</summary>
public sealed record ClientRegistrationRequest
{
    /// <summary>The template's identifier.</summary>
    public required string SoftwareId { get; init; }

    public string? ClientName { get; init; }

    /// <summary>The device's public key, with its certificate where that is registered; none where the server makes a secret.</summary>
    public JwkSet? Jwks { get; init; }
}
