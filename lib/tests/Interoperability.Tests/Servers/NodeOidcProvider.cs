using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.Credentials;
using ClientAuth.Protocol;
using Interoperability.Tests.Npm;

namespace Interoperability.Tests.Servers;

/// <summary>node-oidc-provider in a process of its own; it tells its port, and ends with this object.</summary>
internal sealed class NodeOidcProvider : AskedServer
{
    private NodeProcess? _process;

    private readonly string _initialAccessToken = NewClientSecret.Generate().Reveal();

    private NodeOidcProvider() { }

    public override Task<string> InitialAccessTokenAsync() => Task.FromResult(_initialAccessToken);

    public static async Task<NodeOidcProvider> StartAsync()
    {
        var server = new NodeOidcProvider();
        try
        {
            server._process = await NodeProcess.StartAsync($"{NpmFolder.OidcProvider}.mjs", server.Setup());
            server.Issuer = server._process.Ready.GetProperty("issuer").GetString()!;
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    protected override ValueTask StopAsync() => _process?.DisposeAsync() ?? ValueTask.CompletedTask;

    private JsonObject Setup()
    {
        using var key = Certificate.GetECDsaPrivateKey()!;
        return new JsonObject
        {
            ["key"] = key.ExportPkcs8PrivateKeyPem(),
            ["certificate"] = Certificate.ExportCertificatePem(),
            ["authority"] = Authority.Certificate.ExportCertificatePem(),
            ["clients"] = new JsonArray([.. Clients.Registered.Select(Described)]),
            ["attester"] = JsonSerializer.SerializeToNode(
                new JwkSet { Keys = [Attester.PublicKey] },
                ProtocolJson.Default.JwkSet
            )!["keys"]![0]!.DeepClone(),
            ["initialAccessToken"] = _initialAccessToken,
        };
    }

    // The registration as this project has it; only who asks users gets response types and addresses to return to.
    private static JsonNode Described(ClientMetadata client)
    {
        var json = JsonSerializer.SerializeToNode(client, ProtocolJson.Default.ClientMetadata)!.AsObject();
        var asksUsers = client.GrantTypes!.Contains(GrantTypes.AuthorizationCode);
        json["response_types"] = asksUsers ? new JsonArray("code") : new JsonArray();
        json["redirect_uris"] ??= new JsonArray();
        return json;
    }
}
