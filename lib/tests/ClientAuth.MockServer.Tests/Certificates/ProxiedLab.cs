using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Certificates;

/// <summary>
/// A server behind a trusted proxy, which forwards certificates as they are (RFC 9440). Over a connection of its own the TLS library of
/// the client chooses which certificates are sent, and in which order; some it does not send at all.
/// </summary>
internal sealed class ProxiedLab : IAsyncDisposable
{
    private readonly X509Certificate2 _proxy;

    private ProxiedLab(TestLab lab, X509Certificate2 proxy)
    {
        Lab = lab;
        _proxy = proxy;
    }

    public TestLab Lab { get; }

    public static async Task<ProxiedLab> StartAsync(
        Func<AuthorizationServerOptions, AuthorizationServerOptions>? change = null
    )
    {
        X509Certificate2 proxy = null!;
        var lab = await TestLab.StartAsync(
            (lab, options) =>
            {
                proxy = lab.Authority.Issue(CertificateProfile.Client("CN=proxy"));
                var changed = change?.Invoke(options) ?? options;
                return changed with { Certificates = changed.Certificates with { TrustedProxies = [proxy] } };
            }
        );
        return new ProxiedLab(lab, proxy);
    }

    /// <summary>A token request with these certificates, forwarded in this order.</summary>
    public Task<TestAnswer> SendAsync(
        string clientId,
        X509Certificate2 leaf,
        params IEnumerable<X509Certificate2> chain
    )
    {
        var call = TestCall.With(TokenParameters.ClientId, clientId).WithHeader("Client-Cert", Field(leaf)) with
        {
            Certificate = _proxy,
        };
        return Lab.SendAsync(
            chain.Any() ? call.WithHeader("Client-Cert-Chain", string.Join(", ", chain.Select(Field))) : call
        );
    }

    public async ValueTask DisposeAsync()
    {
        await Lab.DisposeAsync();
        _proxy.Dispose();
    }

    private static string Field(X509Certificate2 certificate) => $":{Convert.ToBase64String(certificate.RawData)}:";
}
