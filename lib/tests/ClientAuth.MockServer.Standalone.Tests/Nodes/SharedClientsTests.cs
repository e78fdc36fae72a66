namespace ClientAuth.MockServer.Standalone.Tests.Nodes;

/// <summary>Clients that register themselves are the same at both nodes, whoever changes them where.</summary>
public sealed class SharedClientsTests : TwoNodes
{
    [Fact]
    public async Task Client_that_registers_at_one_node_is_a_client_of_the_other_until_it_is_withdrawn_at_either()
    {
        var opener = (await One.TokenAsync(Client.TokenRequest("dcr"))).Text("access_token")!;
        var registered = await One.RegisterAsync(opener);
        Assert.Equal(201, registered.Status);
        var spent = await Other.RegisterAsync(opener);
        Assert.Equal((401, "invalid_token"), (spent.Status, spent.Text("error")));
        var (id, secret) = (registered.Text("client_id")!, registered.Text("client_secret")!);
        var request = Secret(id, secret);

        var token = (await Other.TokenAsync(request)).Text("access_token")!;

        Assert.Equal("True", (await IntrospectAsync(One, token)).Text("active"));
        Assert.Equal(204, (await Other.ConfigureAsync(HttpMethod.Delete, registered)).Status);
        (await One.TokenAsync(request)).AssertNotAuthenticated();
        Assert.Equal("False", (await IntrospectAsync(One, token)).Text("active"));
    }

    [Fact]
    public async Task Parallel_registrations_at_both_nodes_are_all_kept()
    {
        var registered = await RegisterAsync();

        Assert.All(registered, answer => Assert.Equal(201, answer.Status));
        foreach (var node in new[] { One, Other })
        {
            // Any request brings the node up to date.
            await node.TokenAsync(Client.TokenRequest());
            Assert.All(registered, answer => Assert.NotNull(node.Server.Clients.Find(answer.Text("client_id")!)));
        }
    }

    private NodeInProcess Node(int number) => number % 2 == 0 ? One : Other;

    private static Dictionary<string, string> Secret(string id, string secret) =>
        new()
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = id,
            ["client_secret"] = secret,
        };

    private async Task<string> OpenerAsync() =>
        (await Other.TokenAsync(Client.TokenRequest("dcr"))).Text("access_token")!;

    // At both nodes at once.
    private async Task<NodeAnswer[]> RegisterAsync()
    {
        var openers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => OpenerAsync()));
        return await Task.WhenAll(openers.Select((opener, i) => Node(i + 1).RegisterAsync(opener)));
    }

    private Task<NodeAnswer> IntrospectAsync(NodeInProcess node, string token) =>
        node.PostAsync(
            node.Server.Metadata.IntrospectionEndpoint!,
            new Dictionary<string, string>(Client.Assertion()) { ["token"] = token }
        );
}
