using System.Net.Http.Headers;
using System.Net.Http.Json;
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

    /// <summary>Registers a client with a secret, by an initial access token.</summary>
    public Task<NodeAnswer> RegisterAsync(string opener) =>
        SendAsync(HttpMethod.Post, Server.Metadata.RegistrationEndpoint!, opener, RegistrationMembers());

    /// <summary>What a client does with its registration (RFC 7592 §2), which one of the nodes has given it.</summary>
    /// <param name="method">Reads, replaces or withdraws it.</param>
    /// <param name="registered">What the registration was answered with.</param>
    /// <param name="name">The client's new name.</param>
    public Task<NodeAnswer> ConfigureAsync(HttpMethod method, NodeAnswer registered, string? name = null)
    {
        var id = registered.Text("client_id")!;
        return SendAsync(
            method,
            $"{Server.Metadata.RegistrationEndpoint}/{id}",
            registered.Text("registration_access_token")!,
            name is null ? null : new(RegistrationMembers()) { ["client_id"] = id, ["client_name"] = name }
        );
    }

    /// <summary>The last request was refused for an assertion that was used before, and the client was not told so.</summary>
    public void AssertReplay(NodeAnswer answer)
    {
        answer.AssertNotAuthenticated();
        Assert.Equal(Rules.JtiUnused.Name, Server.Exchanges.Last!.Trace.Failure!.Check);
    }

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

    /// <summary>Ends when the connection to Redis, if it is lost after this call, is back.</summary>
    public Task ReconnectedAsync() => Reconnection.OfAsync(_state);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
        await ((IAsyncDisposable)_state).DisposeAsync();
        _owned.ForEach(one => one.Dispose());
    }

    private static Dictionary<string, object> RegistrationMembers() =>
        new()
        {
            ["token_endpoint_auth_method"] = TokenEndpointAuthMethods.ClientSecretPost,
            ["grant_types"] = new[] { "client_credentials" },
        };

    private async Task<NodeAnswer> SendAsync(
        HttpMethod method,
        string url,
        string token,
        Dictionary<string, object>? members
    )
    {
        using var request = new HttpRequestMessage(method, url)
        {
            Content = members is null ? null : JsonContent.Create(members),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await NodeAnswer.OfAsync(await Http.SendAsync(request, TestContext.Current.CancellationToken));
    }
}
