namespace ClientAuth.Client;

/// <summary>Where a client secret stands in the request (RFC 6749 §2.3.1).</summary>
public enum SecretStyle
{
    /// <summary>In the <c>Authorization</c> header: <c>client_secret_basic</c>.</summary>
    Basic,

    /// <summary>Among the form parameters: <c>client_secret_post</c>.</summary>
    Body,
}
