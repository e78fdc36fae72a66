using ClientAuth.Protocol;

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

    [Fact]
    public async Task Parallel_updates_and_withdrawals_at_both_nodes_all_succeed()
    {
        var registered = await RegisterAsync();

        var updated = await Task.WhenAll(
            registered.Select((client, i) => Node(i).ConfigureAsync(HttpMethod.Put, client, $"name {i}"))
        );

        Assert.All(updated, answer => Assert.True(answer.Status == 200, $"{answer.Status} {answer.Body}"));
        foreach (var node in new[] { One, Other })
        {
            await node.TokenAsync(Client.TokenRequest());
            Assert.All(
                registered.Index(),
                client =>
                    Assert.Equal(
                        $"name {client.Index}",
                        node.Server.Clients.Find(client.Item.Text("client_id")!)!.ClientName
                    )
            );
        }

        var withdrawn = await Task.WhenAll(
            registered.Select((client, i) => Node(i).ConfigureAsync(HttpMethod.Delete, client))
        );

        Assert.All(withdrawn, answer => Assert.True(answer.Status == 204, $"{answer.Status} {answer.Body}"));
        foreach (var node in new[] { One, Other })
        {
            await node.TokenAsync(Client.TokenRequest());
            Assert.All(registered, client => Assert.Null(node.Server.Clients.Find(client.Text("client_id")!)));
        }
    }

    [Fact]
    public async Task What_the_operator_changes_at_one_node_holds_there_at_once_and_then_at_the_other()
    {
        var registered = await One.RegisterAsync(await OpenerAsync());
        var (id, secret) = (registered.Text("client_id")!, registered.Text("client_secret")!);
        Assert.Equal(200, (await Other.TokenAsync(Secret(id, secret))).Status);

        One.Server.Clients.Disable(id);
        // Each node takes over what the other has written.
        Assert.Equal(201, (await Other.RegisterAsync(await OpenerAsync())).Status);
        (await One.TokenAsync(Secret(id, secret))).AssertNotAuthenticated();
        (await Other.TokenAsync(Secret(id, secret))).AssertNotAuthenticated();

        Other.Server.Clients.Enable(id);
        Assert.Equal(200, (await Other.TokenAsync(Secret(id, secret))).Status);
        Assert.Equal(200, (await One.TokenAsync(Secret(id, secret))).Status);

        var rotated = new ClientSecret("a secret that an operator has chosen by himself");
        One.Server.Clients.RotateSecret(id, rotated, overlap: TimeSpan.Zero);
        Assert.Equal(200, (await One.TokenAsync(Secret(id, rotated.Reveal()))).Status);
        Assert.Equal(200, (await Other.TokenAsync(Secret(id, rotated.Reveal()))).Status);
        (await Other.TokenAsync(Secret(id, secret))).AssertNotAuthenticated();

        Assert.True(Other.Server.Clients.Remove(id));
        (await Other.TokenAsync(Secret(id, rotated.Reveal()))).AssertNotAuthenticated();
        (await One.TokenAsync(Secret(id, rotated.Reveal()))).AssertNotAuthenticated();
        Assert.Null(One.Server.Clients.Find(id));
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
