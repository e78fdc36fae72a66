using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.Protocol;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.MockServer.Tests.Lab;

/// <summary>A server of its own for one test, with an authority, clients and a clock that stands still.</summary>
internal sealed class TestLab : IAsyncDisposable
{
    private readonly X509Certificate2 _serverCertificate;

    private TestLab()
    {
        Authority = LabAuthority.Create(Clock);
        Clients = new TestClients(Authority, Clock);
        _serverCertificate = Authority.Issue(CertificateProfile.LoopbackServer());
    }

    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public LabAuthority Authority { get; }

    public TestClients Clients { get; }

    public MockAuthorizationServer Server { get; private set; } = null!;

    public static Task<TestLab> StartAsync() => StartAsync((_, options) => options);

    /// <summary>Starts a server whose clients are these as well as the usual ones.</summary>
    public static Task<TestLab> StartWithAsync(params IReadOnlyList<ClientMetadata> clients) =>
        StartAsync((_, options) => options with { Clients = [.. options.Clients, .. clients] });

    public static async Task<TestLab> StartAsync(
        Func<TestLab, AuthorizationServerOptions, AuthorizationServerOptions> change
    )
    {
        var lab = new TestLab();
        var options = change(lab, lab.Options());
        lab.Server = await MockAuthorizationServer.StartAsync(options, TestContext.Current.CancellationToken);
        return lab;
    }

    /// <summary>The options of a usual server, for a test that starts one by itself.</summary>
    public AuthorizationServerOptions Options() =>
        new()
        {
            ServerCertificate = _serverCertificate,
            Clients = Clients.Registered(),
            Certificates = new() { ClientAuthorities = [Authority.Certificate] },
            Clock = Clock,
            // A lab that many cases share sees many failures; what is too many has tests of its own.
            Secrets = new() { AuthenticationFailureLimit = int.MaxValue },
        };

    /// <summary>A good assertion of a client, to be spoiled by the test.</summary>
    public TestAssertion Assertion(string clientId) => new(clientId, Server.Issuer, Clock.GetUtcNow());

    /// <summary>The same, signed as that client does.</summary>
    public string SignedAssertion(string clientId) => Sign(clientId, Assertion(clientId));

    public string Sign(string clientId, TestAssertion assertion) =>
        clientId switch
        {
            TestClients.Mac => assertion.Mac(Clients.Secret),
            TestClients.OtherSigner => assertion.Sign(Clients.OtherKey),
            _ => assertion.Sign(Clients.Key),
        };

    /// <summary>Sends a token request over a connection of its own.</summary>
    public async Task<TestAnswer> SendAsync(TestCall call)
    {
        using var client = NewClient(call.Certificate, call.Intermediates);
        try
        {
            return await SendAsync(call, client);
        }
        finally
        {
            IntermediateStores.Remove([.. call.Intermediates ?? []]);
        }
    }

    /// <summary>Sends a token request over the connections of a client that the test has.</summary>
    public async Task<TestAnswer> SendAsync(TestCall call, HttpClient client)
    {
        using var request = Message(call);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new TestAnswer(response, body, Server.Exchanges.Last!);
    }

    /// <summary>The request of a call, for the listener that fits it.</summary>
    public HttpRequestMessage Message(TestCall call)
    {
        var origin = call.Certificate is null
            ? Server.Metadata.TokenEndpoint
            : Server.Metadata.MtlsEndpointAliases!.TokenEndpoint;
        var address = new Uri(new Uri(origin), call.Path + call.Query);
        var request = new HttpRequestMessage(call.Method, address) { Content = call.Body() };
        foreach (var (name, value) in call.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    /// <summary>A client that trusts the lab's authority and, perhaps, has a certificate.</summary>
    public HttpClient NewClient(X509Certificate2? certificate = null, X509Certificate2Collection? intermediates = null)
    {
        var handler = NewHandler();
        if (certificate is not null)
        {
            // Left to the system where a certificate is presented: see NewHandler.
            handler.SslOptions.EnabledSslProtocols = SslProtocols.None;
            handler.SslOptions.ClientCertificateContext = SslStreamCertificateContext.Create(
                certificate,
                intermediates,
                offline: true
            );
        }

        var client = new HttpClient(handler);
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return client;
    }

    /// <summary>Connections that trust the lab's authority alone.</summary>
    public SocketsHttpHandler NewHandler()
    {
        var handler = new SocketsHttpHandler { UseProxy = false };
        // On Windows, .NET 10 keeps the credential of a ClientCertificateContext as if it held no certificate, by the protocols that
        // are named (dotnet/runtime#132563). Named otherwise, a client without a certificate does not find another one's.
        handler.SslOptions.EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { Authority.Certificate },
        };
        return handler;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Clients.Dispose();
        Authority.Dispose();
        _serverCertificate.Dispose();
    }
}
