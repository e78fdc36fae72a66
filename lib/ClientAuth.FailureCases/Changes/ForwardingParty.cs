namespace ClientAuth.FailureCases.Changes;

/// <summary>Who sends a certificate in a header field.</summary>
public enum ForwardingParty
{
    /// <summary>The proxy that the server can be told to trust.</summary>
    Proxy,

    /// <summary>Somebody with a certificate of the same name from the same authority.</summary>
    Stranger,

    /// <summary>The client itself, without a certificate in the handshake.</summary>
    Client,
}
