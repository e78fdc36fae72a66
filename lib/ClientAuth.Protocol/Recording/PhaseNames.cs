namespace ClientAuth.Protocol.Recording;

/// <summary>Names of the phases of an exchange, in the order in which they happen; a chart stacks them in this order.</summary>
public static class PhaseNames
{
    /// <summary>Client: building the credential (encoding, certificate context, signing).</summary>
    public const string BuildCredential = "build credential";

    /// <summary>Client: the TCP connection.</summary>
    public const string Connect = "connect";

    /// <summary>Client or server, each by its own clock: the TLS handshake.</summary>
    public const string Handshake = "handshake";

    /// <summary>Server: reading the request.</summary>
    public const string ReadRequest = "read request";

    /// <summary>Server: every check of the client's credential.</summary>
    public const string Authenticate = "server checks";

    /// <summary>Server: minting and signing the access token.</summary>
    public const string IssueToken = "issue token";
}
