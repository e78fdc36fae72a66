using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;
using ClientAuth.SharedState;
using ClientAuth.SharedState.Redis;

namespace ClientAuth.MockServer.Standalone.Tests.Nodes;

/// <summary>One node in this process, so that its trace can be looked at.</summary>
internal sealed class NodeInProcess : IAsyncDisposable
{
    private readonly List<IDisposable> _owned;
    private readonly ISharedState _state;

    private NodeInProcess(MockAuthorizationServer server, HttpClient http, ISharedState state, List<IDisposable> owned)
    {
        Server = server;
        Http = http;
        _state = state;
        _owned = owned;
    }

    public MockAuthorizationServer Server { get; }

    public HttpClient Http { get; }

    /// <summary>Where Redis is, and as whom a node with this key comes to it.</summary>
    public static SharedStatePlace Place(int port, ECDsa signingKey, TimeProvider? clock = null) =>
        new(
            "127.0.0.1",
            port,
            NodeClient.Issuer,
            Jwk.FromPublicKey(signingKey).Thumbprint(),
            clock ?? TimeProvider.System
        );

    /// <summary>The first node of a new issuer.</summary>
    public static Task<NodeInProcess> FirstAsync(int port, ECDsa signingKey, NodeClient client) =>
        StartAsync(Place(port, signingKey) with { IsNew = true }, signingKey, client);

    /// <summary>One that comes later.</summary>
    public static Task<NodeInProcess> NextAsync(int port, ECDsa signingKey, NodeClient client) =>
        StartAsync(Place(port, signingKey), signingKey, client);

    public static async Task<NodeInProcess> StartAsync(SharedStatePlace place, ECDsa signingKey, NodeClient client)
    {
        var state = await new RedisSource().ConnectAsync(place, TestContext.Current.CancellationToken);
        var authority = LabAuthority.Create(TimeProvider.System);
        var certificate = authority.Issue(CertificateProfile.Server("localhost"));
        var server = await MockAuthorizationServer.StartAsync(
            new AuthorizationServerOptions
            {
                ServerCertificate = certificate,
                Clients = [client.Registration],
                Clock = TimeProvider.System,
                Issuer = NodeClient.Issuer,
                Keys = new() { SigningKey = signingKey },
                SharedState = state,
                Tokens = new() { ResourceServers = [client.Registration.ClientId] },
            },
            TestContext.Current.CancellationToken
        );
        var root = X509CertificateLoader.LoadCertificate(authority.Certificate.RawData);
        return new(server, NodeClient.Http(root), state, [certificate, authority, root]);
    }

    public Task<NodeAnswer> PostAsync(string url, IReadOnlyDictionary<string, string> form, string? proof = null) =>
        NodeAnswer.PostAsync(Http, url, form, proof);

    public Task<NodeAnswer> TokenAsync(IReadOnlyDictionary<string, string> form, string? proof = null) =>
        PostAsync(Server.Metadata.TokenEndpoint, form, proof);

    /// <summary>Why the last request was refused: the line of the trace that says so.</summary>
    public string LastReason
    {
        get
        {
            var failure = Server.Exchanges.Last!.Trace.Failure!;
            Assert.Equal(Rules.SharedState.Name, failure.Check);
            return failure.Seen;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
        await ((IAsyncDisposable)_state).DisposeAsync();
        _owned.ForEach(one => one.Dispose());
    }
}
