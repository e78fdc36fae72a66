using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Hosting;

/// <summary>What only the connection knows about its TLS handshake; kept among its features.</summary>
internal sealed class ConnectionFacts
{
    private readonly long _opened = Stopwatch.GetTimestamp();
    private RecordedPhase? _handshake;
    private X509Certificate2? _peer;

    /// <summary>What the client sent above its own certificate.</summary>
    public X509Certificate2Collection Intermediates { get; } = [];

    /// <summary>The connection as it is recorded: the same for all its requests, and read with the first.</summary>
    public RecordedTls? Tls { get; set; }

    /// <summary>Why the handshake failed; null where it has not.</summary>
    public Exception? Failure { get; private set; }

    public void HandshakeFailed(Exception why) => Failure = why;

    public bool HasHandshakeEnded { get; private set; }

    public void HandshakeEnded()
    {
        HasHandshakeEnded = true;
        _handshake = RecordedPhase.Between(PhaseNames.Handshake, _opened, Stopwatch.GetTimestamp());
    }

    /// <summary>The handshake, once: it belongs to the exchange that opened the connection.</summary>
    public RecordedPhase? TakeHandshake()
    {
        var taken = _handshake;
        _handshake = null;
        return taken;
    }

    /// <summary>
    /// The client's own certificate, or null: a copy, since the connection's dies with it, and made once, so that its requests share it.
    /// </summary>
    public X509Certificate2? CopyOf(X509Certificate2? presented) =>
        presented is null ? null : _peer ??= X509CertificateLoader.LoadCertificate(presented.RawData);

    /// <summary>Copies the certificates, since those of a handshake die with it.</summary>
    public void Keep(X509Chain? chain)
    {
        foreach (var certificate in chain?.ChainPolicy.ExtraStore ?? [])
        {
            Intermediates.Add(X509CertificateLoader.LoadCertificate(certificate.RawData));
        }
    }
}
