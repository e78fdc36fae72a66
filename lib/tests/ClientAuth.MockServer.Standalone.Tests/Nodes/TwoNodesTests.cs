using System.Text;
using ClientAuth.Protocol;
using StackExchange.Redis;

namespace ClientAuth.MockServer.Standalone.Tests.Nodes;

/// <summary>Two nodes are one issuer: what one of them gave, took or was told, the other knows.</summary>
public sealed class TwoNodesTests : TwoNodes
{
    [Fact]
    public async Task Nonce_of_one_node_is_good_at_the_other_and_a_proof_is_good_once_at_either()
    {
        var given = await One.PostAsync(One.Server.Metadata.ChallengeEndpoint!, new Dictionary<string, string>());
        var proof = Client.Proof(Other.Server.Metadata.TokenEndpoint, given.Header("DPoP-Nonce")!);

        var answer = await Other.TokenAsync(Client.TokenRequest(), proof);

        Assert.Equal((200, "DPoP"), (answer.Status, answer.Text("token_type")));
        var replayed = await Other.TokenAsync(Client.TokenRequest(), proof);
        Assert.Equal((400, "invalid_dpop_proof"), (replayed.Status, replayed.Text("error")));
    }

    [Fact]
    public async Task Request_that_was_pushed_to_one_node_is_taken_from_the_other_once()
    {
        var pushed = await One.PostAsync(
            One.Server.Metadata.PushedAuthorizationRequestEndpoint!,
            new Dictionary<string, string>(Client.Assertion())
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
    public async Task Redis_holds_nothing_that_can_be_read()
    {
        var answer = await One.TokenAsync(Client.TokenRequest("dcr"));
        var registered = await One.RegisterAsync(answer.Text("access_token")!);
        Assert.Equal(201, registered.Status);

        var keys = (RedisKey[])(await Redis.AskAsync("KEYS", "*"))!;
        var held = new StringBuilder();
        foreach (var key in keys)
        {
            var content = await Redis.AskAsync("DUMP", key);
            held.Append(key).Append(Encoding.Latin1.GetString((byte[])content!));
        }

        // The mark of trust, two used assertions or tokens, and the registered clients.
        Assert.True(keys.Length >= 4, $"{keys.Length} keys");
        // In the clear in the mark: so what is looked for would be seen.
        Assert.Contains(Jwk.FromPublicKey(Key).Thumbprint(), held.ToString(), StringComparison.Ordinal);
        string[] secrets =
        [
            registered.Text("client_id")!,
            registered.Text("client_secret")!,
            registered.Text("registration_access_token")!,
            NodeClient.Issuer,
        ];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, held.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Value_that_somebody_else_wrote_is_not_believed()
    {
        await One.RegisterAsync((await One.TokenAsync(Client.TokenRequest("dcr"))).Text("access_token")!);
        var key = Assert.Single((RedisKey[])(await Redis.AskAsync("KEYS", "*:RegisteredClients:*"))!);
        await Redis.AskAsync("HSET", key, "version", "7", "value", "[]");

        (await Other.TokenAsync(Client.TokenRequest())).AssertUnavailable("60");

        Assert.Equal(
            "A value of kind RegisteredClients in the shared store was not written by a node of this issuer, or was changed since. "
                + "Find out who writes to the store, and remove the value.",
            Other.LastReason
        );
    }
}
