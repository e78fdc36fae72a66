namespace ClientAuth.Client.Haapi;

/// <summary>The source of an app's access tokens: attestation, registration or client authentication.</summary>
public enum HaapiPath
{
    /// <summary>The platform vouches for app and device; the client itself proves nothing.</summary>
    Attestation,

    /// <summary>The device has a client of its own, registered in the name of the main client.</summary>
    Registration,

    /// <summary>The configured client proves who it is; the same for each installation.</summary>
    ClientAuthentication,
}
