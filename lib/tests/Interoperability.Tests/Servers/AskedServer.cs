using System.Security.Cryptography.X509Certificates;
using ClientAuth.Client;
using ClientAuth.Client.Connections;
using ClientAuth.Credentials;
using Interoperability.Tests.Surroundings;

namespace Interoperability.Tests.Servers;

/// <summary>A server that runs for one column, with the clients that it knows.</summary>
internal abstract class AskedServer : IAsyncDisposable
{
    /// <param name="selfSigned">The kind of key of the self-signed certificate that a client presents.</param>
    protected AskedServer(KeyAlgorithm selfSigned = KeyAlgorithm.EcP256)
    {
        Authority = LabAuthority.Create(Clock);
        Certificate = Authority.Issue(CertificateProfile.LoopbackServer());
        Clients = new InteropClients(Authority, Clock, selfSigned);
        Attester = new Attester(Clock);
    }

    /// <summary>How long a response may take: longer than the usual deadline of the library, for a machine that is busy with other tests.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(1);

    public TimeProvider Clock { get; } = TimeProvider.System;

    /// <summary>Issues the server's certificate, and those of <c>tls_client_auth</c>.</summary>
    public LabAuthority Authority { get; }

    public InteropClients Clients { get; }

    public Attester Attester { get; }

    public string Issuer { get; protected set; } = "";

    /// <summary>What opens the registration endpoint, once at least.</summary>
    public abstract Task<string> InitialAccessTokenAsync();

    protected X509Certificate2 Certificate { get; }

    public HttpClient Connect(ClientAuthenticationMethodConfiguration? method) =>
        TokenHttp.Create(new ServerTrust.TrustStore(Authority.Certificate), method, Clock);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Attester.Dispose();
        Clients.Dispose();
        Certificate.Dispose();
        Authority.Dispose();
    }

    protected abstract ValueTask StopAsync();
}
