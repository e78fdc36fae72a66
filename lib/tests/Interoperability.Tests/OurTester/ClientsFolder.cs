using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using ClientAuth.Credentials.Clients;
using ClientAuth.Protocol;
using Interoperability.Tests.Servers;
using Interoperability.Tests.Surroundings;

namespace Interoperability.Tests.OurTester;

/// <summary>What the tester is told of a server: a clients file, and the files with the credentials, in a folder of its own.</summary>
internal sealed class ClientsFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tester-");
    private readonly AskedServer _server;
    private readonly IReadOnlyList<string> _methods;

    /// <param name="server">Has registered the clients.</param>
    /// <param name="methods">Those that it offers.</param>
    public ClientsFolder(AskedServer server, IReadOnlyList<string> methods) => (_server, _methods) = (server, methods);

    /// <summary>Writes the clients file.</summary>
    /// <param name="leftOut">A case that is not run.</param>
    /// <returns>Its path.</returns>
    public string Write(string? leftOut = null)
    {
        var clients = _server
            .Clients.OfTheTester.Where(client => _methods.Contains(client.Registration.TokenEndpointAuthMethod))
            .Select(Written)
            .Append(Described(InteropClients.Public));
        var document = new JsonObject
        {
            ["issuer"] = _server.Issuer,
            ["ca_certificate"] = Write("ca.pem", _server.Authority.Certificate.ExportCertificatePem()),
            ["scope"] = InteropClients.Scope,
            ["leave_out"] = leftOut is null ? [] : new JsonArray(leftOut),
            ["clients"] = new JsonArray([.. clients]),
        };
        return At(Write("clients.json", document.ToJsonString()));
    }

    /// <summary>A path in the folder.</summary>
    public string At(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);

    private JsonObject Written(ProvisionedClient client)
    {
        var id = client.Registration.ClientId;
        var written = Described(client.Registration);
        if (client.Secret is { } secret)
        {
            written["client_secret_file"] = Write($"{id}.txt", secret.Reveal());
        }

        if (client.PrivateKey is { } key)
        {
            written["private_key_file"] = Write($"{id}.key", key.ExportPkcs8PrivateKeyPem());
            written["kid"] = client.KeyId;
            // RFC 10070 §4 recommends it, and OpenIddict demands it.
            written["typ"] = JwtTypes.ClientAuthentication;
        }

        if (client.Certificate is { } certificate)
        {
            using var ofCertificate =
                (AsymmetricAlgorithm?)certificate.GetECDsaPrivateKey() ?? certificate.GetRSAPrivateKey()!;
            written["certificate_file"] = Write($"{id}.pem", certificate.ExportCertificatePem());
            written["certificate_key_file"] = Write($"{id}.key", ofCertificate.ExportPkcs8PrivateKeyPem());
        }

        return written;
    }

    private static JsonObject Described(ClientMetadata client) =>
        new()
        {
            ["client_id"] = client.ClientId,
            ["token_endpoint_auth_method"] = client.TokenEndpointAuthMethod,
            ["redirect_uri"] = client.RedirectUris![0],
        };

    private string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return name;
    }
}
