using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using ClientAuth.Protocol;
using StackExchange.Redis;

namespace ClientAuth.MockServer.Standalone.Tests.Nodes;

/// <summary>Two nodes are one issuer: what one of them gave, took or was told, the other knows.</summary>
public sealed class TwoNodesTests : IAsyncLifetime
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly NodeClient _client = new();
    private RedisServer? _redis;
    private NodeInProcess? _one;
    private NodeInProcess? _other;

    private NodeInProcess One => _one!;

    private NodeInProcess Other => _other!;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _one = await NodeInProcess.FirstAsync(_redis.Port, _key, _client);
        _other = await NodeInProcess.NextAsync(_redis.Port, _key, _client);
    }

    [Fact]
    public async Task Nonce_of_one_node_is_good_at_the_other_and_a_proof_is_good_once_at_either()
    {
        var given = await One.PostAsync(One.Server.Metadata.ChallengeEndpoint!, new Dictionary<string, string>());
        var proof = _client.Proof(Other.Server.Metadata.TokenEndpoint, given.Header("DPoP-Nonce")!);

        var answer = await Other.TokenAsync(_client.TokenRequest(), proof);

        Assert.Equal((200, "DPoP"), (answer.Status, answer.Text("token_type")));
        var replayed = await Other.TokenAsync(_client.TokenRequest(), proof);
        Assert.Equal((400, "invalid_dpop_proof"), (replayed.Status, replayed.Text("error")));
    }

    [Fact]
    public async Task Request_that_was_pushed_to_one_node_is_taken_from_the_other_once()
    {
        var pushed = await One.PostAsync(
            One.Server.Metadata.PushedAuthorizationRequestEndpoint!,
            new Dictionary<string, string>(_client.Assertion())
            {
                ["client_id"] = NodeClient.Id,
                ["response_type"] = "code",
                ["redirect_uri"] = "https://app.example/callback",
            }
        );
        var reference = pushed.Text("request_uri")!;

        var requests = Other.Server.PushedAuthorizationRequests;
        Assert.Null(await requests.TakeAsync("another", reference));
        Assert.Equal("code", (await requests.TakeAsync(NodeClient.Id, reference))!["response_type"]);
        Assert.Null(await One.Server.PushedAuthorizationRequests.TakeAsync(NodeClient.Id, reference));
    }

    [Fact]
    public async Task Client_that_registers_at_one_node_is_a_client_of_the_other_until_it_is_withdrawn_at_either()
    {
        var opener = (await One.TokenAsync(_client.TokenRequest("dcr"))).Text("access_token")!;
        var registered = await RegisterAsync(One, opener);
        Assert.Equal(201, registered.Status);
        var spent = await RegisterAsync(Other, opener);
        Assert.Equal((401, "invalid_token"), (spent.Status, spent.Text("error")));
        var (id, secret) = (registered.Text("client_id")!, registered.Text("client_secret")!);
        var request = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = id,
            ["client_secret"] = secret,
        };

        var token = (await Other.TokenAsync(request)).Text("access_token")!;

        Assert.Equal("True", (await IntrospectAsync(One, token)).Text("active"));
        using var withdrawal = new HttpRequestMessage(
            HttpMethod.Delete,
            $"{Other.Server.Metadata.RegistrationEndpoint}/{id}"
        );
        withdrawal.Headers.Authorization = new("Bearer", registered.Text("registration_access_token"));
        Assert.Equal(204, (await AnswerOfAsync(Other, withdrawal)).Status);
        (await One.TokenAsync(request)).AssertReplay();
        Assert.Equal("False", (await IntrospectAsync(One, token)).Text("active"));
    }

    [Fact]
    public async Task Parallel_registrations_at_both_nodes_are_all_kept()
    {
        var openers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => One.TokenAsync(_client.TokenRequest("dcr")))
        );

        var registered = await Task.WhenAll(
            openers.Select((opener, i) => RegisterAsync(i % 2 == 0 ? One : Other, opener.Text("access_token")!))
        );

        Assert.All(registered, answer => Assert.Equal(201, answer.Status));
        foreach (var node in new[] { One, Other })
        {
            // Any request brings the node up to date.
            await node.TokenAsync(_client.TokenRequest());
            Assert.All(registered, answer => Assert.NotNull(node.Server.Clients.Find(answer.Text("client_id")!)));
        }
    }

    [Fact]
    public async Task Redis_holds_nothing_that_can_be_read()
    {
        var answer = await One.TokenAsync(_client.TokenRequest("dcr"));
        var registered = await RegisterAsync(One, answer.Text("access_token")!);
        Assert.Equal(201, registered.Status);

        var keys = (RedisKey[])(await _redis!.AskAsync("KEYS", "*"))!;
        var held = new StringBuilder();
        foreach (var key in keys)
        {
            var content = await _redis.AskAsync("DUMP", key);
            held.Append(key).Append(Encoding.Latin1.GetString((byte[])content!));
        }

        // The mark of trust, two used assertions or tokens, and the registered clients.
        Assert.True(keys.Length >= 4, $"{keys.Length} keys");
        string[] secrets =
        [
            registered.Text("client_id")!,
            registered.Text("client_secret")!,
            NodeClient.Id,
            NodeClient.Issuer,
        ];
        Assert.All(
            secrets.Where(secret => secret.Length > NodeClient.Id.Length),
            secret => Assert.DoesNotContain(secret, held.ToString(), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Value_that_somebody_else_wrote_is_not_believed()
    {
        await RegisterAsync(One, (await One.TokenAsync(_client.TokenRequest("dcr"))).Text("access_token")!);
        var key = Assert.Single((RedisKey[])(await _redis!.AskAsync("KEYS", "*:RegisteredClients:*"))!);
        await _redis.AskAsync("HSET", key, "version", "7", "value", "[]");

        (await Other.TokenAsync(_client.TokenRequest())).AssertUnavailable("60");

        Assert.Equal(
            "A value of kind RegisteredClients in the shared store was not written by a node of this issuer, or was changed since. "
                + "Find out who writes to the store, and remove the value.",
            Other.LastReason
        );
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var open in new IAsyncDisposable?[] { _one, _other, _redis })
        {
            if (open is not null)
            {
                await open.DisposeAsync();
            }
        }

        _client.Dispose();
        _key.Dispose();
    }

    private static Task<NodeAnswer> RegisterAsync(NodeInProcess node, string opener)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, node.Server.Metadata.RegistrationEndpoint)
        {
            Content = JsonContent.Create(
                new Dictionary<string, object>
                {
                    ["token_endpoint_auth_method"] = TokenEndpointAuthMethods.ClientSecretPost,
                    ["grant_types"] = new[] { "client_credentials" },
                }
            ),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", opener);
        return AnswerOfAsync(node, request);
    }

    private Task<NodeAnswer> IntrospectAsync(NodeInProcess node, string token) =>
        node.PostAsync(
            node.Server.Metadata.IntrospectionEndpoint!,
            new Dictionary<string, string>(_client.Assertion()) { ["token"] = token }
        );

    private static async Task<NodeAnswer> AnswerOfAsync(NodeInProcess node, HttpRequestMessage request) =>
        await NodeAnswer.OfAsync(await node.Http.SendAsync(request, TestContext.Current.CancellationToken));
}
