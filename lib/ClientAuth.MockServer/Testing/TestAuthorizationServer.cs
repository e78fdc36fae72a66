using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;

namespace ClientAuth.MockServer.Testing;

/// <summary>
/// A server for the tests of another project, with what it needs: an authority of its own, a certificate from it, and free ports. It has
/// no client until one is registered.
/// </summary>
public sealed class TestAuthorizationServer : IAsyncDisposable
{
    private readonly TimeProvider _clock;

    private TestAuthorizationServer(TimeProvider clock, LabAuthority authority, MockAuthorizationServer server)
    {
        _clock = clock;
        Authority = authority;
        Server = server;
    }

    /// <summary>
    /// What the server's certificate comes from. The code under test must trust <see cref="LabAuthority.Certificate"/>. The server
    /// believes the client certificates that this authority issues, and they are disposed of together with it.
    /// </summary>
    public LabAuthority Authority { get; }

    /// <summary>The server: its metadata, its clients, what it saw, and why it decided so.</summary>
    public MockAuthorizationServer Server { get; }

    /// <summary>Starts a server; it accepts connections when the task is done.</summary>
    /// <param name="clock">
    /// What the server judges times by, and what certificates are dated by. An HTTP client of the code under test judges the server's
    /// certificate by the machine's clock: for one, let a clock of the test begin at the present.
    /// </param>
    /// <param name="change">Gives other options than the defaults, for example <c>options => options with { ClockSkew = … }</c>.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    /// <exception cref="ArgumentException">An option is wrong, or a client lacks what its method needs; the message names it.</exception>
    public static async Task<TestAuthorizationServer> StartAsync(
        TimeProvider clock,
        Func<AuthorizationServerOptions, AuthorizationServerOptions>? change = null,
        CancellationToken cancellationToken = default
    )
    {
        var authority = LabAuthority.Create(
            clock,
            CertificateProfile.Authority("Test Authorization Server Root"),
            ownsIssued: true
        );
        try
        {
            var options = new AuthorizationServerOptions
            {
                ServerCertificate = authority.Issue(CertificateProfile.LoopbackServer()),
                Clients = [],
                Clock = clock,
                Certificates = new() { ClientAuthorities = [authority.Certificate] },
            };
            var server = await MockAuthorizationServer.StartAsync(
                change is null ? options : change(options),
                cancellationToken
            );
            return new TestAuthorizationServer(clock, authority, server);
        }
        catch
        {
            authority.Dispose();
            throw;
        }
    }

    /// <summary>Trusts <see cref="Authority"/> alone, and goes through no proxy. The caller disposes of it.</summary>
    /// <param name="clientCertificate">What it presents where the server asks for one; null for none.</param>
    public HttpClient CreateHttpClient(X509Certificate2? clientCertificate = null)
    {
        var tls = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { Authority.Certificate },
                RevocationMode = X509RevocationMode.NoCheck,
                VerificationTime = _clock.GetUtcNow().UtcDateTime,
                VerificationTimeIgnored = false,
            },
        };
        if (clientCertificate is not null)
        {
            // Not as a context: .NET 10 on Windows would hand it to clients without a certificate as well (dotnet/runtime#132563).
            tls.LocalCertificateSelectionCallback = (_, _, _, _, _) => clientCertificate;
        }

        return new HttpClient(new SocketsHttpHandler { UseProxy = false, SslOptions = tls });
    }

    /// <summary>Stops listening, closes every connection, and disposes of the authority with its certificates.</summary>
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Authority.Dispose();
    }
}
