namespace ClientAuth.Lab.Measuring;

/// <summary>What connection a request finds.</summary>
public enum ConnectionUse
{
    /// <summary>None: TCP and a full TLS handshake come first.</summary>
    New,

    /// <summary>None, but an earlier TLS session that can be resumed (RFC 8446 §2.2). Not for a client with a certificate, which never resumes one.</summary>
    Resumed,

    /// <summary>An open one, on which a request was answered before.</summary>
    Open,
}
