namespace ClientAuth.MockServer.Faults;

/// <summary>Where a fault strikes: at one endpoint, or at every new connection.</summary>
public enum FaultPoint
{
    /// <summary>The TLS handshake, on both listeners and whatever was to be asked.</summary>
    Connection,
    Metadata,
    Jwks,
    Token,
    Introspection,
    Revocation,
    PushedAuthorizationRequest,
    Challenge,
    ClientAttestationToken,
    Registration,
    ClientConfiguration,
    Resource,
}
