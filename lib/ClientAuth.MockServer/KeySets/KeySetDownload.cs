using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.KeySets;

/// <summary>
/// Fetches a document from where a client says it is. The client chose the address, so nothing is left to the other side: HTTPS
/// with the given authorities and none of the machine's, no proxy, no redirect, no decoding, so many bytes, so much time.
/// </summary>
internal sealed class KeySetDownload(
    X509Certificate2Collection authorities,
    TimeProvider clock,
    TimeSpan timeout,
    int maximumSize
)
{
    private const int MaximumHeadersKilobytes = 16;

    private static readonly string[] MediaTypes = ["application/jwk-set+json", "application/json"];

    /// <exception cref="KeySetUnavailableException">There is no such document, or it breaks one of the limits.</exception>
    public async Task<byte[]> GetAsync(Uri uri)
    {
        // On the machine's clock, however the server's own is moved: a host that hangs does so in real time.
        using var deadline = new CancellationTokenSource(timeout);
        using var client = new HttpClient(Handler()) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.Add("Accept", string.Join(", ", MediaTypes));
        try
        {
            using var response = await client.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            Require(response);
            return await ReadAsync(response, deadline.Token);
        }
        catch (OperationCanceledException)
        {
            throw new KeySetUnavailableException($"no complete answer within {timeout.TotalSeconds} s");
        }
        catch (HttpRequestException e)
        {
            throw new KeySetUnavailableException(Describe(e.HttpRequestError));
        }
        catch (IOException)
        {
            throw new KeySetUnavailableException("an answer that breaks off");
        }
    }

    // A connection of its own each time: fetches are rare, and the certificate is to be judged at the server's time.
    private SocketsHttpHandler Handler() =>
        new()
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseProxy = false,
            UseCookies = false,
            MaxResponseHeadersLength = MaximumHeadersKilobytes,
            MaxResponseDrainSize = 0,
            SslOptions =
            {
                EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                CertificateChainPolicy = ChainPolicy(),
            },
        };

    private X509ChainPolicy ChainPolicy()
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            // X509Chain wants the machine's local time.
            VerificationTime = clock.GetUtcNow().LocalDateTime,
        };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }

    private static void Require(HttpResponseMessage response)
    {
        var content = response.Content.Headers;
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new KeySetUnavailableException($"status {(int)response.StatusCode}");
        }

        if (!MediaTypes.Contains(content.ContentType?.MediaType, StringComparer.OrdinalIgnoreCase))
        {
            throw new KeySetUnavailableException($"the media type {Quote.Text(content.ContentType?.MediaType)}");
        }

        if (content.ContentEncoding.Count > 0)
        {
            throw new KeySetUnavailableException("an encoded body");
        }
    }

    private async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        // One byte more than allowed shows that there is more; the rest is not waited for.
        var buffer = new byte[maximumSize + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= maximumSize
            ? buffer[..length]
            : throw new KeySetUnavailableException($"more than {maximumSize} bytes");
    }

    private static string Describe(HttpRequestError error) =>
        error switch
        {
            HttpRequestError.SecureConnectionError => "no TLS with a certificate of a trusted authority",
            HttpRequestError.NameResolutionError => "a name that resolves to nothing",
            HttpRequestError.ConnectionError => "no connection",
            HttpRequestError.ConfigurationLimitExceeded => "headers that are too long",
            _ => "an incomplete answer",
        };
}

/// <summary>Why a client's key set could not be had, in words for a trace.</summary>
internal sealed class KeySetUnavailableException(string message) : Exception(message);
