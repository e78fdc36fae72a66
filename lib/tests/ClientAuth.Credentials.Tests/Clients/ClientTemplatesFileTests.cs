using ClientAuth.Credentials.Clients;
using ClientAuth.Protocol;

namespace ClientAuth.Credentials.Tests.Clients;

public sealed class ClientTemplatesFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_repositorys_templates_are_opened_by_clients_that_authenticate_and_may_register()
    {
        var clients = ClientsFile.Read(RepositoryFile("clients.json"));
        var templates = ClientTemplatesFile.Read(RepositoryFile("client-templates.json"));

        Assert.Equal(
            ["client_secret_basic", "private_key_jwt", "self_signed_tls_client_auth"],
            templates.Select(template => template.Client.TokenEndpointAuthMethod).Distinct()
        );
        // Whatever the main client proves itself with, a device may make its own key.
        Assert.Equal(
            ["mobile-app-jwt-asymmetric", "mobile-app-secret", "mobile-app-mtls"],
            templates
                .Where(template => template.Client.TokenEndpointAuthMethod == TokenEndpointAuthMethods.PrivateKeyJwt)
                .Select(template => template.AuthenticateClientBy)
        );
        Assert.All(
            templates,
            template =>
            {
                var opener = clients.Single(client => client.ClientId == template.AuthenticateClientBy);
                Assert.NotEqual(TokenEndpointAuthMethods.None, opener.TokenEndpointAuthMethod);
                Assert.Contains(Scopes.DynamicClientRegistration, opener.Scopes);
            }
        );
    }

    [Theory]
    [InlineData("null", "holds null; write an array of client templates.")]
    [InlineData("[null]", "template [0] is null, or its set_by_device holds null; leave it out.")]
    [InlineData(
        """[{"client":{"client_id":"t"},"authenticate_client_by":"c","set_by_device":[null]}]""",
        "template [0] is null, or its set_by_device holds null; leave it out."
    )]
    [InlineData(
        "{}",
        "line 1, at $: it must be a list, [ … ]. The file holds an array of client templates, [ { … } ]."
    )]
    public void A_wrong_file_is_refused_with_its_place(string json, string problem)
    {
        var path = _folder["client-templates.json"];
        File.WriteAllText(path, json);

        var error = Assert.Throws<InvalidDataException>(() => ClientTemplatesFile.Read(path));

        Assert.Equal($"{path}: {problem}", error.Message);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var error = Assert.Throws<FileNotFoundException>(() => ClientTemplatesFile.Read("nowhere.json"));

        Assert.Equal("The templates file 'nowhere.json' does not exist.", error.Message);
    }

    private static string RepositoryFile(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "data", name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException($"No data/{name} above {AppContext.BaseDirectory}.");
    }
}
