using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.RawHttp;

/// <summary>A TLS connection on which a test writes the octets that it likes. An HTTP library would mend or refuse them.</summary>
internal sealed class RawConnection : IAsyncDisposable
{
    private readonly TcpClient _tcp;
    private readonly SslStream _tls;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _next;
    private int _end;

    private RawConnection(TcpClient tcp, SslStream tls)
    {
        _tcp = tcp;
        _tls = tls;
    }

    /// <summary>Connects to the main listener, or to another endpoint's.</summary>
    public static async Task<RawConnection> OpenAsync(
        TestLab lab,
        CancellationToken cancellationToken,
        string? endpoint = null
    )
    {
        var tcp = new TcpClient();
        try
        {
            var port = new Uri(endpoint ?? lab.Server.Metadata.TokenEndpoint).Port;
            await tcp.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            var tls = new SslStream(tcp.GetStream());
            await tls.AuthenticateAsClientAsync(Options(lab), cancellationToken);
            return new RawConnection(tcp, tls);
        }
        catch
        {
            tcp.Dispose();
            throw;
        }
    }

    public Task WriteAsync(string text, CancellationToken cancellationToken) =>
        WriteAsync(Encoding.Latin1.GetBytes(text), cancellationToken);

    /// <summary>Writes; that the server has closed the connection meanwhile is found out when its response is read.</summary>
    public async Task WriteAsync(byte[] octets, CancellationToken cancellationToken)
    {
        try
        {
            await _tls.WriteAsync(octets, cancellationToken);
        }
        catch (IOException) { }
    }

    /// <summary>Says that nothing more will be written (RFC 8446 §6.1).</summary>
    public async Task EndWritingAsync()
    {
        try
        {
            await _tls.ShutdownAsync();
        }
        catch (IOException) { }
    }

    /// <summary>The next response, or null where the connection ends before it begins.</summary>
    /// <param name="method">Of the request: a response to HEAD has no body.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidDataException">What came is no HTTP response, or is cut off.</exception>
    public async Task<RawResponse?> ReadAsync(string method, CancellationToken cancellationToken)
    {
        while (await ReadLineAsync(isFirst: true, cancellationToken) is { } statusLine)
        {
            if (
                statusLine.Split(' ', 3) is not ["HTTP/1.1", { Length: 3 } code, ..]
                || !int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            )
            {
                throw new InvalidDataException($"no status line: {statusLine}");
            }

            var response = new RawResponse(status, await ReadHeadersAsync(cancellationToken), "");
            if (status >= 200)
            {
                return response with { Body = await ReadBodyAsync(response, method, cancellationToken) };
            }
        }

        return null;
    }

    /// <summary>Whether the connection ends with nothing more on it.</summary>
    public async Task<bool> EndsAsync(CancellationToken cancellationToken) =>
        _next == _end && !await FillAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _tls.DisposeAsync();
        _tcp.Dispose();
    }

    private static SslClientAuthenticationOptions Options(TestLab lab) =>
        new()
        {
            TargetHost = "localhost",
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                CustomTrustStore = { lab.Authority.Certificate },
            },
        };

    private async Task<List<(string Name, string Value)>> ReadHeadersAsync(CancellationToken cancellationToken)
    {
        var headers = new List<(string, string)>();
        while (await ReadLineAsync(isFirst: false, cancellationToken) is { Length: > 0 } line)
        {
            headers.Add(
                line.Split(':', 2) is [{ Length: > 0 } name, var value]
                    ? (name, value.Trim(' '))
                    : throw new InvalidDataException($"no header: {line}")
            );
        }

        return headers;
    }

    private async Task<string> ReadBodyAsync(RawResponse response, string method, CancellationToken cancellationToken)
    {
        if (method == "HEAD" || response.Status is 204 or 304)
        {
            return "";
        }

        var length = response.Values("Content-Length").ToList();
        return
            length is [var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? await ReadTextAsync(n, cancellationToken)
            : throw new InvalidDataException($"a response of unknown length: {response}");
    }

    private async Task<string?> ReadLineAsync(bool isFirst, CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (!line.ToString().EndsWith("\r\n", StringComparison.Ordinal))
        {
            if (_next == _end && !await FillAsync(cancellationToken))
            {
                return isFirst && line.Length == 0
                    ? null
                    : throw new InvalidDataException($"the connection ends inside a response, behind '{line}'");
            }

            line.Append((char)_buffer[_next++]);
        }

        return line.ToString(0, line.Length - 2);
    }

    private async Task<string> ReadTextAsync(int length, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        while (text.Length < length)
        {
            if (_next == _end && !await FillAsync(cancellationToken))
            {
                throw new InvalidDataException($"the connection ends after {text.Length} of {length} octets");
            }

            var taken = Math.Min(_end - _next, length - (int)text.Length);
            text.Write(_buffer, _next, taken);
            _next += taken;
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    // A reset ends a connection as well; it may come where the server closes with something unread.
    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        try
        {
            _next = 0;
            _end = await _tls.ReadAsync(_buffer, cancellationToken);
        }
        catch (IOException)
        {
            _end = 0;
        }

        return _end > 0;
    }
}
