namespace ClientAuth.Protocol.Tls;

/// <summary>Version and cipher suite that the ServerHello has chosen; the messages after it are decoded by them.</summary>
internal sealed class Negotiation
{
    /// <summary>As on the wire, <c>0x0304</c> for TLS 1.3; null before the server's hello.</summary>
    public int? Version { get; set; }

    public string? CipherSuite { get; set; }

    /// <summary>Whether the server takes up an earlier session by a key that both still have (RFC 8446 §2.2).</summary>
    public bool UsesPreSharedKey { get; set; }

    public bool Is13 => Version == TlsNames.Tls13;

    public bool ExchangesEllipticKeys => CipherSuite?.Contains("_ECDHE_", StringComparison.Ordinal) == true;
}
