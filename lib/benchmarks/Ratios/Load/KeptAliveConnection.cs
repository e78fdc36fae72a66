using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Ratios.Load;

/// <summary>
/// One TLS connection on which one request follows the other. It parses no more of a response than it takes to find its end: the less the
/// client does, the more of a round is the server's.
/// </summary>
internal sealed class KeptAliveConnection : IDisposable
{
    private const int LongestResponse = 64 * 1024;

    private readonly TcpClient _tcp;
    private readonly SslStream _tls;
    private readonly byte[] _buffer = new byte[LongestResponse];

    private KeptAliveConnection(TcpClient tcp, SslStream tls)
    {
        _tcp = tcp;
        _tls = tls;
    }

    /// <param name="port">On this machine.</param>
    /// <param name="authority">Has issued the server's certificate.</param>
    /// <param name="certificate">The client's; null presents none.</param>
    public static KeptAliveConnection Open(int port, X509Certificate2 authority, X509Certificate2? certificate)
    {
        var tcp = new TcpClient { NoDelay = true };
        tcp.Connect("127.0.0.1", port);
        var tls = new SslStream(tcp.GetStream());
        tls.AuthenticateAsClient(Options(authority, certificate));
        return new KeptAliveConnection(tcp, tls);
    }

    /// <summary>Sends a request and reads the response to its end. Its status.</summary>
    public int Send(ReadOnlySpan<byte> request)
    {
        Exchange(request);
        return int.Parse(_buffer.AsSpan("HTTP/1.1 ".Length, 3), null);
    }

    /// <summary>The same, with the response.</summary>
    public WireResponse Ask(ReadOnlySpan<byte> request)
    {
        var (length, headLength) = Exchange(request);
        return WireResponse.Read(_buffer.AsSpan(0, length), headLength);
    }

    /// <summary>Closes it and waits until the server has done so as well. In TLS 1.3 the client is ready before the server is.</summary>
    public void Close()
    {
        _tls.ShutdownAsync().GetAwaiter().GetResult();
        while (_tls.Read(_buffer) > 0)
        {
            // What still came is of no use.
        }
    }

    public void Dispose()
    {
        _tls.Dispose();
        _tcp.Dispose();
    }

    // The version of TLS is the system's choice: 1.3 wherever it has that. macOS has it not by default.
    private static SslClientAuthenticationOptions Options(X509Certificate2 authority, X509Certificate2? certificate) =>
        new()
        {
            TargetHost = "localhost",
            AllowTlsResume = false,
            ClientCertificateContext = certificate is null
                ? null
                : SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true),
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                CustomTrustStore = { authority },
            },
        };

    private (int Length, int HeadLength) Exchange(ReadOnlySpan<byte> request)
    {
        _tls.Write(request);
        var length = 0;
        while (true)
        {
            var read = _tls.Read(_buffer, length, _buffer.Length - length);
            if (read == 0)
            {
                throw new IOException("The server has closed the connection in the middle of a response.");
            }

            length += read;
            if (HeadLength(_buffer.AsSpan(0, length)) is { } headLength && IsWhole(length, headLength))
            {
                return (length, headLength);
            }
        }
    }

    private static int? HeadLength(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("\r\n\r\n"u8) is >= 0 and var end ? end + 4 : null;

    private bool IsWhole(int length, int headLength)
    {
        var head = Encoding.Latin1.GetString(_buffer, 0, headLength);
        if (WireResponse.IsChunked(head))
        {
            return _buffer.AsSpan(headLength, length - headLength).EndsWith("0\r\n\r\n"u8);
        }

        const string name = "content-length: ";
        var at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        var value = at < 0 ? "0" : head[(at + name.Length)..head.IndexOf('\r', at)];
        return length == headLength + int.Parse(value, null);
    }
}
