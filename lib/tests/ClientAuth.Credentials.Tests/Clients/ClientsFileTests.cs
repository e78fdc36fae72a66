using ClientAuth.Credentials.Clients;
using ClientAuth.Protocol;

namespace ClientAuth.Credentials.Tests.Clients;

public sealed class ClientsFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_repositorys_clients_cover_every_method_and_hold_no_credential()
    {
        var clients = ClientsFile.Read(RepositoryFile(Path.Combine("data", "clients.json")));

        Assert.Equal(
            TokenEndpointAuthMethods.All.Except(TokenEndpointAuthMethods.Attested).Order(),
            clients.Select(one => one.TokenEndpointAuthMethod).Distinct().Order()
        );
        Assert.All(clients, client => Assert.Equal((null, null), (client.ClientSecret, client.Jwks)));
    }

    [Theory]
    [InlineData(
        """[{"client_id":"a"},{"client_id":"b"},{"client_id":"a"}]""",
        "client [2] 'a': client_id is taken by client [0]; use each one once."
    )]
    [InlineData("""[{"client_id":""}]""", "client [0] '': client_id is empty.")]
    [InlineData("[null]", "client [0] is null; write an object with a client_id.")]
    [InlineData("null", "holds null; write an array of client registrations.")]
    [InlineData(
        """[{"client_id":"a","token_endpoint_auth_method":"magic"}]""",
        "client [0] 'a': token_endpoint_auth_method 'magic' is unknown; use one of none, client_secret_basic, client_secret_post, client_secret_jwt, private_key_jwt, tls_client_auth, self_signed_tls_client_auth."
    )]
    [InlineData(
        """[{"client_id":"a","token_endpoint_auth_method":"client_secret_jwt","token_endpoint_auth_signing_alg":"ES256"}]""",
        "client [0] 'a': token_endpoint_auth_signing_alg 'ES256' does not go with client_secret_jwt; use one of HS256, HS384, HS512."
    )]
    [InlineData(
        """[{"client_id":"a","token_endpoint_auth_method":"tls_client_auth"}]""",
        "client [0] 'a': tls_client_auth needs exactly one of tls_client_auth_subject_dn, tls_client_auth_san_dns, tls_client_auth_san_uri, tls_client_auth_san_ip, tls_client_auth_san_email; none is there."
    )]
    [InlineData(
        """[{"client_id":"a","token_endpoint_auth_method":"tls_client_auth","tls_client_auth_san_dns":"a","tls_client_auth_san_ip":"::1"}]""",
        "client [0] 'a': tls_client_auth needs exactly one of the tls_client_auth_* names; there are tls_client_auth_san_dns, tls_client_auth_san_ip."
    )]
    [InlineData(
        """[{"client_id":"a","token_endpoint_auth_method":"tls_client_auth","tls_client_auth_san_ip":"localhost"}]""",
        "client [0] 'a': tls_client_auth_san_ip 'localhost' is no IP address."
    )]
    [InlineData(
        """[{"client_id":"a","token_endpoint_auth_method":"tls_client_auth","tls_client_auth_san_uri":"https://A.example"}]""",
        "client [0] 'a': tls_client_auth_san_uri 'https://A.example' stands in a certificate as 'https://a.example/'; register that spelling."
    )]
    [InlineData(
        """[{"client_id":"a","token_endpoint_auth_method":"tls_client_auth","tls_client_auth_subject_dn":"app"}]""",
        "client [0] 'a': tls_client_auth_subject_dn 'app' is no subject name here. Write attributes separated by commas, such as CN=app,O=Example, with a backslash before a comma, plus or quote inside a value (RFC 4514)."
    )]
    public void A_wrong_registration_is_named_by_place_and_field(string json, string problem) =>
        Assert.Equal($"{_folder["c.json"]}: {problem}", ErrorOf(json));

    [Theory]
    [InlineData("[\n  {\"client_id\": 1}\n]", "line 2, at $[0].client_id: it must be text.")]
    [InlineData("[\n  {\"client_name\":\"x\"}\n]", "line 2, at $[0]: missing here: 'client_id'.")]
    [InlineData(
        "[{\"client_id\":\"a\",\n\"grant_types\":\"implicit\"}]",
        "line 2, at $[0].grant_types: it must be a list, [ … ]."
    )]
    [InlineData("[{\"client_id\":\"a\",\"jwks\":[]}]", "line 1, at $[0].jwks: it must be an object, { … }.")]
    [InlineData(
        "[{\"client_id\":\"a\",\"client_secret_expires_at\":\"x\"}]",
        "line 1, at $[0].client_secret_expires_at: it must be a whole number."
    )]
    [InlineData("[{\"client_id\":\"a\",\"client_id\":\"b\"}]", "line 1, at $[0].client_id: 'client_id' stands twice.")]
    [InlineData(
        "{}",
        "line 1, at $: it must be a list, [ … ]. The file holds an array of client registrations, [ { … } ]."
    )]
    [InlineData("", "line 1, at $: the text is empty. The file holds an array of client registrations, [ { … } ].")]
    [InlineData("[{\"client_id\":\"a\",}]", "line 1, at $[0]: there is a comma after the last element; remove it.")]
    public void Broken_json_is_named_by_line_place_and_what_belongs_there(string json, string problem) =>
        Assert.Equal($"{_folder["c.json"]}: {problem}", ErrorOf(json));

    [Fact]
    public void A_private_key_in_a_registration_is_refused() =>
        Assert.Contains(
            "The JWK has the private member 'd'; register the public key only.",
            ErrorOf("""[{"client_id":"a","jwks":{"keys":[{"kty":"EC","crv":"P-256","x":"AQ","y":"AQ","d":"AQ"}]}}]"""),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Equal(
            $"The clients file '{_folder["none.json"]}' does not exist.",
            Assert.Throws<FileNotFoundException>(() => ClientsFile.Read(_folder["none.json"])).Message
        );

    private static string RepositoryFile(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ClientAuthNotebooks.slnx")))
        {
            folder =
                folder.Parent ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
        }

        return Path.Combine(folder.FullName, path);
    }

    private string ErrorOf(string json)
    {
        File.WriteAllText(_folder["c.json"], json);
        return Assert.Throws<InvalidDataException>(() => ClientsFile.Read(_folder["c.json"])).Message;
    }
}
