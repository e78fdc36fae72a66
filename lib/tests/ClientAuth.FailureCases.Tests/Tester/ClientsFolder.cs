using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Keys;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Tests.Tester;

/// <summary>A clients file for the standard clients of the fixture, and the files with their credentials, in a folder of its own.</summary>
internal sealed class ClientsFolder : IDisposable
{
    private const string Passphrase = "only for this test";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tester-");
    private readonly CaseFixture _fixture;

    public ClientsFolder(CaseFixture fixture)
    {
        _fixture = fixture;
        File.WriteAllText(PathOf("ca.pem"), fixture.Authority.Certificate.ExportCertificatePem());
        File.WriteAllText(PathOf("passphrase.txt"), Passphrase + "\n");
        Document = new JsonObject
        {
            ["ca_certificate"] = "ca.pem",
            ["clients"] = new JsonArray([
                .. fixture
                    .Clients.All.Where(client => !TokenEndpointAuthMethods.Attested.Contains(client.Method))
                    .Select(Written),
            ]),
        };
    }

    /// <summary>What is written; a test may change it before it is.</summary>
    public JsonObject Document { get; }

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Writes the clients file.</summary>
    public string Write()
    {
        var path = PathOf("clients.json");
        File.WriteAllText(path, Document.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // Each form of a credential that the file can name is somewhere among them.
    private JsonObject Written(CaseClient client)
    {
        var written = new JsonObject
        {
            ["client_id"] = client.Id,
            ["token_endpoint_auth_method"] = client.Method,
            ["redirect_uri"] = "https://app.example/callback",
        };
        var isOther = client.Id.StartsWith(CaseKeys.Other, StringComparison.Ordinal);
        if (client.Secret is { } secret)
        {
            File.WriteAllText(PathOf($"{client.Id}.txt"), secret + "\n");
            written["client_secret_file"] = $"{client.Id}.txt";
        }
        else if (client.Certificate is { } certificate)
        {
            WriteCertificate(written, client.Id, certificate, isOther);
        }
        else if (client.Method == TokenEndpointAuthMethods.PrivateKeyJwt)
        {
            var key = (ECDsa)_fixture.Keys.Find(client.Signing!.KeyName);
            File.WriteAllText(
                PathOf($"{client.Id}.key"),
                isOther ? _fixture.Keys.PrivateJwkText(client.Signing.KeyName) : key.ExportPkcs8PrivateKeyPem()
            );
            written["private_key_file"] = $"{client.Id}.key";
        }

        return written;
    }

    private void WriteCertificate(JsonObject written, string id, X509Certificate2 certificate, bool asPem)
    {
        if (!asPem)
        {
            File.WriteAllBytes(PathOf($"{id}.p12"), certificate.Export(X509ContentType.Pkcs12, Passphrase));
            written["pkcs12_file"] = $"{id}.p12";
            written["pkcs12_passphrase_file"] = "passphrase.txt";
            return;
        }

        using var key = certificate.GetECDsaPrivateKey()!;
        File.WriteAllText(PathOf($"{id}.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(PathOf($"{id}.key"), key.ExportPkcs8PrivateKeyPem());
        written["certificate_file"] = $"{id}.pem";
        written["certificate_key_file"] = $"{id}.key";
    }
}
