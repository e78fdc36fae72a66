namespace ClientAuth.Client.Registration;

/// <summary>The credential of a device's own client. The template decides which one it is.</summary>
public enum DeviceCredential
{
    /// <summary>A P-256 key that the device makes and never gives away: <c>private_key_jwt</c> with ES256.</summary>
    Key,

    /// <summary>A certificate that this key signs for itself: <c>self_signed_tls_client_auth</c> (RFC 8705 §2.2).</summary>
    Certificate,

    /// <summary>A secret that the server makes and sends once: <c>client_secret_basic</c>.</summary>
    Secret,
}
