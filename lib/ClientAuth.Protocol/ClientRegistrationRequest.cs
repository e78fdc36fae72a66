namespace ClientAuth.Protocol;

/// <summary>
/// What a client asks to be registered as (RFC 7591 §3.1). A device names a template, and every other member of its registration comes
/// from there. Where a server has no templates, a client says itself what it wants.
/// </summary>
public sealed record ClientRegistrationRequest
{
    /// <summary>The template's identifier; null where the server has no templates.</summary>
    public string? SoftwareId { get; init; }

    /// <summary>A name for people: the device's.</summary>
    public string? ClientName { get; init; }

    /// <summary>The client's public key, with its certificate where that is registered; none where the server makes a secret.</summary>
    public JwkSet? Jwks { get; init; }

    /// <summary>One of <see cref="TokenEndpointAuthMethods"/>; null leaves it to the template or the server (RFC 7591 §2).</summary>
    public string? TokenEndpointAuthMethod { get; init; }

    /// <summary>Of <see cref="Protocol.GrantTypes"/>; null leaves them to the template or the server, whose default asks users.</summary>
    public IReadOnlyList<string>? GrantTypes { get; init; }

    /// <summary>What an authorization endpoint may return; empty for a client that asks no users.</summary>
    public IReadOnlyList<string>? ResponseTypes { get; init; }

    /// <summary>Where an authorization endpoint may send the browser back to; empty for a client that asks no users.</summary>
    public IReadOnlyList<string>? RedirectUris { get; init; }
}
