using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;

namespace ClientAuth.FailureCases.Fixtures;

/// <summary>Certificates of proxies between a client and the server: the proxy that the server can be told to trust, and one of the same name.</summary>
internal sealed class ForwardingParties(LabAuthority authority) : IDisposable
{
    private static readonly CertificateProfile Profile = CertificateProfile.Client(
        "CN=proxy,O=Client Authentication Lab"
    );

    public X509Certificate2 Proxy { get; } = authority.Issue(Profile);

    /// <summary>The same name from the same authority, with another key.</summary>
    public X509Certificate2 Stranger { get; } = authority.Issue(Profile);

    public void Dispose()
    {
        Proxy.Dispose();
        Stranger.Dispose();
    }
}
