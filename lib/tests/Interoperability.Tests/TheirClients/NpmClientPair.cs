using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Interoperability.Tests.Npm;
using Interoperability.Tests.Servers;
using Interoperability.Tests.Surroundings;

namespace Interoperability.Tests.TheirClients;

/// <summary>A client from npm, in a process of its own that ends with this object.</summary>
internal sealed class NpmClientPair : TheirClientPair
{
    private readonly NodeProcess _process;

    private NpmClientPair(OurServer server, NodeProcess process)
        : base(server) => _process = process;

    /// <param name="package">The script of this project has the name of the package.</param>
    public static async Task<NpmClientPair> StartAsync(string package)
    {
        var server = await OurServer.StartAsync();
        try
        {
            var process = await NodeProcess.StartAsync(
                $"{package}.mjs",
                new JsonObject
                {
                    ["issuer"] = server.Issuer,
                    ["authority"] = server.Authority.Certificate.ExportCertificatePem(),
                    ["scope"] = InteropClients.Scope,
                    ["redirectUri"] = InteropClients.RedirectUri,
                }
            );
            return new NpmClientPair(server, process);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override async Task<string> SayAsync(string feature, bool right, string token)
    {
        var client = Server.Clients.Of(feature, right);
        using var certificateKey = client.Certificate?.GetECDsaPrivateKey();
        var line = new JsonObject
        {
            ["feature"] = feature,
            ["right"] = right,
            ["method"] = client.Registration.ClientId,
            ["secret"] = client.Secret?.Reveal(),
            ["token"] = token,
            ["certificate"] = client.Certificate?.ExportCertificatePem(),
            ["key"] = certificateKey?.ExportPkcs8PrivateKeyPem(),
        };
        if (client.PrivateKey is ECDsa key)
        {
            line["jwk"] = PrivateJwk.Of(key);
            line["kid"] = Server.Clients.Right(feature).KeyId;
        }

        return (await _process.AskAsync(line)).GetProperty("said").GetString()!;
    }
}
