using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using ClientAuth.MockServer.Soak.World;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Soak.Load;

/// <summary>Sends requests over TLS, on connections that trust the authority of the run alone.</summary>
internal sealed class SoakHttp(SoakWorld world, X509Certificate2? certificate = null) : IDisposable
{
    private readonly HttpClient _client = new(NewHandler(world, certificate));

    /// <summary>A form, with what is to go into the header; the endpoint's own address, or its alias where there is a certificate.</summary>
    public Task<SoakResponse> PostAsync(
        string path,
        IReadOnlyDictionary<string, string> form,
        params IReadOnlyList<(string Name, string Value)> headers
    ) => SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(form), headers);

    public Task<SoakResponse> PostJsonAsync(string path, string json, string token) =>
        SendAsync(
            HttpMethod.Post,
            path,
            new StringContent(json, Encoding.UTF8, "application/json"),
            ("Authorization", $"Bearer {token}")
        );

    public async Task<SoakResponse> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        params IReadOnlyList<(string Name, string Value)> headers
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(new Uri(Origin), path)) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return new SoakResponse((int)response.StatusCode, body, Nonce(response.Headers));
    }

    public void Dispose() => _client.Dispose();

    /// <summary>What TLS asks of a connection to the server: its certificate by the authority of the run.</summary>
    public static SslClientAuthenticationOptions Tls(SoakWorld world, X509Certificate2? certificate) =>
        new()
        {
            TargetHost = "localhost",
            // Named differently with and without a certificate, or Windows would confuse them (dotnet/runtime#132563).
            EnabledSslProtocols = certificate is null ? SslProtocols.Tls12 | SslProtocols.Tls13 : SslProtocols.None,
            ClientCertificateContext = certificate is null
                ? null
                : SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true),
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                CustomTrustStore = { world.Authority.Certificate },
            },
        };

    private string Origin =>
        certificate is null
            ? world.Server.Metadata.TokenEndpoint
            : world.Server.Metadata.MtlsEndpointAliases!.TokenEndpoint;

    private static SocketsHttpHandler NewHandler(SoakWorld world, X509Certificate2? certificate) =>
        new() { UseProxy = false, SslOptions = Tls(world, certificate) };

    private static string? Nonce(HttpResponseHeaders headers) =>
        headers.TryGetValues(ProofHeaders.DpopNonce, out var values) ? values.Single() : null;
}

/// <summary>What the server sent back.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body as text.</param>
/// <param name="Nonce">The DPoP nonce in the header, if there was one.</param>
internal sealed record SoakResponse(int Status, string Body, string? Nonce)
{
    /// <summary>Status, and the error code if there is one.</summary>
    public string Outcome => Text("error") is { } error ? $"{Status} {error}" : $"{Status}";

    /// <summary>A member of the JSON body that is a string, or null.</summary>
    public string? Text(string member)
    {
        if (!Body.StartsWith('{'))
        {
            return null;
        }

        using var json = JsonDocument.Parse(Body);
        return json.RootElement.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
    }
}
