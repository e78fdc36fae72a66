using ClientAuth.Client;

namespace ClientAuth.Lab.Capstone;

/// <summary>What the backend for orders is configured with: it sends a secret.</summary>
public sealed record OrdersSettings
{
    /// <summary>Where the secret stands in the request.</summary>
    public SecretStyle Style { get; set; }

    /// <summary>Whether identifier and secret are form-encoded before Base64 (RFC 6749 §2.3.1).</summary>
    public bool FormEncodes { get; set; }
}
