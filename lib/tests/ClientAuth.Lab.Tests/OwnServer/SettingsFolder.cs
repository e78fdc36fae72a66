using System.Collections.ObjectModel;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ClientAuth.Credentials;
using ClientAuth.Credentials.Clients;
using ClientAuth.Lab.OwnServer;
using ClientAuth.Lab.OwnServer.Settings;

namespace ClientAuth.Lab.Tests.OwnServer;

/// <summary>A folder like <c>certs/</c>, with settings and credentials as a learner would write them, removed with all that is in it.</summary>
internal sealed class SettingsFolder : IDisposable
{
    private const string Passphrase = "a passphrase";

    private readonly JsonArray _clients = [];

    public string Path { get; } = Directory.CreateTempSubdirectory("own-server-").FullName;

    /// <summary>Settings for a lab's server, in which it is a stranger's, with a client of each method that proves something.</summary>
    public static SettingsFolder For(LessonLab server)
    {
        var folder = new SettingsFolder();
        var clients = server.Server.Clients.Snapshot().Where(client => client.TokenEndpointAuthMethod != "none");
        foreach (var client in clients.DistinctBy(client => client.TokenEndpointAuthMethod))
        {
            folder.Add(server.Client(client.ClientId));
        }

        return folder.Finish(server.Server.Issuer, server.Authority);
    }

    public void Add(ProvisionedClient client)
    {
        var id = client.Registration.ClientId;
        var written = new JsonObject
        {
            ["client_id"] = id,
            ["token_endpoint_auth_method"] = client.Registration.TokenEndpointAuthMethod,
        };
        if (client.Secret is { } secret)
        {
            written["client_secret_file"] = Write($"{id}.txt", $"{secret.Reveal()}\n");
        }

        if (client.PrivateKey is { } key)
        {
            written["private_key_file"] = AddKey($"{id}.pem", key);
            written["kid"] = client.KeyId;
        }

        if (client.Certificate is { } certificate)
        {
            Pkcs12File.Create(certificate, Passphrase).WriteTo(System.IO.Path.Combine(Path, $"{id}.p12"));
            written["pkcs12_file"] = $"{id}.p12";
            written["pkcs12_passphrase_file"] = Write($"{id}.passphrase.txt", Passphrase);
        }

        _clients.Add((JsonNode)written);
    }

    public string AddKey(string name, AsymmetricAlgorithm key)
    {
        PemFile.WritePrivateKey(System.IO.Path.Combine(Path, name), key);
        return name;
    }

    public SettingsFolder Finish(string issuer, LabAuthority authority)
    {
        PemFile.WriteCertificates(System.IO.Path.Combine(Path, "ca.pem"), authority.Certificate);
        WriteSettings(
            new JsonObject
            {
                ["issuer"] = issuer,
                ["ca_certificate"] = "ca.pem",
                ["clients"] = _clients,
            }.ToJsonString()
        );
        return this;
    }

    public string Write(string name, string content)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, name), content);
        return name;
    }

    public void WriteSettings(string json) => Write("own-server.json", json);

    public OwnServerSettings Read() => OwnServerSettings.Find(ReadOnlyDictionary<string, string>.Empty, Path)!;

    public Task<YourServer> OpenAsync() =>
        YourServer.OpenAsync(Read(), TimeProvider.System, TestContext.Current.CancellationToken);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
