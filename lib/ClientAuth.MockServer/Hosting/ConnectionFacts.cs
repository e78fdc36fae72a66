using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.MockServer.Hosting;

/// <summary>What only the connection knows about its TLS handshake; kept among its features.</summary>
internal sealed class ConnectionFacts
{
    private readonly long _opened = Stopwatch.GetTimestamp();
    private TimeSpan? _handshake;

    /// <summary>What the client sent above its own certificate.</summary>
    public X509Certificate2Collection Intermediates { get; } = [];

    public void HandshakeEnded() => _handshake = Stopwatch.GetElapsedTime(_opened);

    /// <summary>The handshake's duration, once: it belongs to the exchange that opened the connection.</summary>
    public TimeSpan? TakeHandshake()
    {
        var taken = _handshake;
        _handshake = null;
        return taken;
    }

    /// <summary>Copies the certificates, since those of a handshake die with it.</summary>
    public void Keep(X509Chain? chain)
    {
        foreach (var certificate in chain?.ChainPolicy.ExtraStore ?? [])
        {
            Intermediates.Add(X509CertificateLoader.LoadCertificate(certificate.RawData));
        }
    }
}
