namespace ClientAuth.Protocol.Recording;

/// <summary>Who takes part in an exchange, in the order in which a drawing places them (RFC 6749 §1.1 has three of these roles).</summary>
public enum Participant
{
    /// <summary>The platform of a phone: what keeps keys and vouches for the app.</summary>
    Device,

    Client,

    AuthorizationServer,

    /// <summary>An API that access tokens are for.</summary>
    Resource,

    /// <summary>Where a client publishes its keys (<c>jwks_uri</c>, RFC 7591 §2).</summary>
    KeyHost,
}
