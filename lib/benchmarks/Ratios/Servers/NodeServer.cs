using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.Protocol;
using Ratios.World;

namespace Ratios.Servers;

/// <summary>node-oidc-provider over <c>node:https</c>, its stores in memory, as the tests of interoperability configure it.</summary>
internal static class NodeServer
{
    /// <summary>The environment variable that names the folder with the packages from npm; <c>.ci/run</c> sets it for the tests.</summary>
    public const string Variable = "INTEROPERABILITY_NPM";

    /// <summary>Why it cannot be started on this machine, or null.</summary>
    public static string? Missing =>
        Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder
            ? $"{Variable} names no folder; 'npm install --prefix FOLDER oidc-provider@9.13.3' fills one"
        : !Directory.Exists(Path.Combine(folder, "node_modules", "oidc-provider"))
            ? $"{Variable} names '{folder}', which has no package oidc-provider"
        : null;

    public static Task<ServerProcess> StartAsync(MeasuredClients clients, IEnumerable<MeasuredClient> registered)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "Npm", "oidc-provider.mjs")]);
        start.Environment.Remove("NODE_OPTIONS");
        return ServerProcess.StartAsync(start, Setup(clients, registered).ToJsonString(), Ready);
    }

    private static ServerReady Ready(string line)
    {
        var json = JsonElement.Parse(line);
        return json.TryGetProperty("failure", out var failure)
            ? throw new InvalidOperationException(failure.GetString())
            : new ServerReady(
                json.GetProperty("issuer").GetString()!,
                $"{json.GetProperty("issuer").GetString()}/token",
                ""
            );
    }

    private static JsonObject Setup(MeasuredClients clients, IEnumerable<MeasuredClient> registered)
    {
        using var key = clients.ServerCertificate.GetECDsaPrivateKey()!;
        using var attester = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new JsonObject
        {
            ["key"] = key.ExportPkcs8PrivateKeyPem(),
            ["certificate"] = clients.ServerCertificate.ExportCertificatePem(),
            ["authority"] = clients.Authority.Certificate.ExportCertificatePem(),
            ["clients"] = new JsonArray([.. registered.Select(Described)]),
            ["attester"] = JsonSerializer.SerializeToNode(Jwk.FromPublicKey(attester), ProtocolJson.Default.Jwk),
            ["initialAccessToken"] = RandomNumberGenerator.GetHexString(32),
        };
    }

    private static JsonNode Described(MeasuredClient client)
    {
        var json = JsonSerializer.SerializeToNode(client.Registration, ProtocolJson.Default.ClientMetadata)!.AsObject();
        json["response_types"] = new JsonArray();
        json["redirect_uris"] = new JsonArray();
        return json;
    }
}
