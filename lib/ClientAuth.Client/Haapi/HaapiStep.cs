namespace ClientAuth.Client.Haapi;

/// <summary>The step at which an app failed to get or to use a token.</summary>
public enum HaapiStep
{
    /// <summary>Asking the server for a challenge.</summary>
    Challenge,

    /// <summary>Asking the device's platform to vouch for the app; nothing crosses the network.</summary>
    PlatformAttestation,

    /// <summary>Presenting what the platform said, for a Client Attestation Token.</summary>
    ClientAttestationToken,

    /// <summary>Exchanging the Client Attestation Token for an access token (RFC 8693).</summary>
    TokenExchange,

    /// <summary>Asking, in the name of the main client, for the token that opens the registration once.</summary>
    InitialAccessToken,

    /// <summary>Registering the device's own client (RFC 7591).</summary>
    Registration,

    /// <summary>Asking for an access token in the name of the device's own client.</summary>
    DeviceToken,

    /// <summary>Asking for an access token in the name of the configured client.</summary>
    ClientToken,

    /// <summary>Calling a resource with an access token.</summary>
    Resource,
}
