using System.Security.Cryptography;
using System.Text.Json;
using ClientAuth.FailureCases.Tester.Clients;
using ClientAuth.FailureCases.Tester.Usage;
using ClientAuth.FailureCases.Tests.Catalogue;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Tests.Tester;

/// <summary>What the clients file may say, and how its mistakes are named: file, line, field.</summary>
public sealed class ClientsFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clients-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("""{ "clients": [] }""", "line 1, clients: is missing or empty. Write one client at least.")]
    [InlineData(
        "{\n  \"clients\": [\n    {}\n  ]\n}",
        "line 3, clients[0].client_id: is missing. Write the identifier"
    )]
    [InlineData(
        "{\n  \"clients\": [\n    {\n      \"client_id\": \"a\",\n      \"token_endpoint_auth_method\": \"magic\"\n    }\n  ]\n}",
        "line 5, clients[0].token_endpoint_auth_method: 'magic' is no method that the tester can use. Write one of none, client_secret_basic"
    )]
    [InlineData(
        "{\n  \"clients\": [\n    { \"client_id\": \"a\", \"token_endpoint_auth_method\": \"none\" },\n"
            + "    { \"client_id\": \"b\",\n      \"token_endpoint_auth_method\": \"private_key_jwt\",\n      \"private_key_file\": \"no.pem\" }\n  ]\n}",
        "line 6, clients[1].private_key_file: the file 'no.pem' cannot be read. Name one that exists"
    )]
    [InlineData(
        "{ \"clients\": [\n { \"client_id\": \"a\", \"token_endpoint_auth_method\": \"client_secret_post\" } ] }",
        "line 2, clients[0].client_secret_file: exactly one of client_secret_file, client_secret_env and client_secret"
    )]
    [InlineData(
        "{ \"clients\": [ { \"client_id\": \"a\", \"token_endpoint_auth_method\": \"client_secret_post\",\n \"client_secret_env\": \"NOT_THERE\" } ] }",
        "line 2, clients[0].client_secret_env: the environment variable that it names is not set, or empty. Set it and run again."
    )]
    [InlineData(
        "{ \"clients\": [ { \"client_id\": \"a\", \"token_endpoint_auth_method\": \"none\" } ],\n \"ca_certificate\": \"clients.json\" }",
        "line 2, ca_certificate: "
    )]
    [InlineData("{\n \"issuer\": 7 }", "line 2, at $.issuer: it must be")]
    [InlineData("{\n \"client\": [] }", "line 2, at $.client: 'client' is no member here; there is")]
    public void A_mistake_is_named_with_file_line_and_field(string text, string problem)
    {
        var error = Assert.Throws<TesterException>(() => Read(text));

        Assert.Equal(ExitCodes.Usage, error.ExitCode);
        Assert.StartsWith($"{PathOf("clients.json")}: {problem}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var error = Assert.Throws<TesterException>(() =>
            TestedClients.Read(PathOf("no.json"), authorities: null, TimeProvider.System, _ => null)
        );

        Assert.Equal($"The clients file '{PathOf("no.json")}' does not exist.", error.Message);
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("ES384")]
    public void Algorithm_of_assertions_is_what_fits_the_key(string algorithm)
    {
        using AsymmetricAlgorithm key =
            algorithm == "RS256" ? RSA.Create(2048) : ECDsa.Create(ECCurve.NamedCurves.nistP384);
        File.WriteAllText(PathOf("key.pem"), key.ExportPkcs8PrivateKeyPem());

        using var clients = Read(Client("private_key_jwt", "\"private_key_file\": \"key.pem\", \"kid\": \"one\""));

        var client = clients.Fixture.Clients.Of(TokenEndpointAuthMethods.PrivateKeyJwt);
        Assert.Equal((algorithm, "one"), (client.Signing!.Alg, client.KeyId));
        Assert.Equal(
            key.ExportSubjectPublicKeyInfo(),
            clients.Fixture.Keys.Find(client.Signing.KeyName).ExportSubjectPublicKeyInfo()
        );
    }

    [Fact]
    public void Algorithm_that_does_not_go_with_the_key_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(PathOf("key.pem"), key.ExportPkcs8PrivateKeyPem());

        var error = Assert.Throws<TesterException>(() =>
            Read(
                Client(
                    "private_key_jwt",
                    "\"private_key_file\": \"key.pem\", \"token_endpoint_auth_signing_alg\": \"RS256\""
                )
            )
        );

        Assert.EndsWith(
            "'RS256' does not go with the key. Write one of ES256.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("no key at all")]
    [InlineData("{ \"kty\": \"EC\", \"crv\": \"P-256\", \"x\": \"AA\", \"y\": \"AA\" }")]
    public void What_holds_no_private_key_is_refused_without_being_quoted(string text)
    {
        File.WriteAllText(PathOf("key.pem"), text);

        var error = Assert.Throws<TesterException>(() =>
            Read(Client("private_key_jwt", "\"private_key_file\": \"key.pem\""))
        );

        Assert.Contains("'key.pem' holds no private key. Name a PEM file", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AA", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_public_key_is_no_private_key()
    {
        using var key = RSA.Create(2048);
        File.WriteAllText(PathOf("key.pem"), key.ExportSubjectPublicKeyInfoPem());

        Assert.Throws<TesterException>(() => Read(Client("private_key_jwt", "\"private_key_file\": \"key.pem\"")));
    }

    [Fact]
    public void Example_keeps_to_the_schema_and_has_no_member_that_the_tester_does_not_know()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Checkout.TestedClientsSchema));
        using var example = JsonDocument.Parse(File.ReadAllText(Checkout.TestedClientsExample));

        Assert.Empty(new JsonSchemaCheck(schema.RootElement).Problems(example.RootElement));
        var read = new ClientsSource(Checkout.TestedClientsExample, _ => null).Parse();
        Assert.Equal(example.RootElement.GetProperty("clients").GetArrayLength(), read.Clients!.Count);
    }

    [Fact]
    public void Schema_has_exactly_the_members_that_are_read()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Checkout.TestedClientsSchema));

        Assert.Equal(
            ClientsJson.Default.ClientsDocument.Properties.Select(one => one.Name).Order(StringComparer.Ordinal),
            Names(schema.RootElement)
        );
        Assert.Equal(
            ClientsJson.Default.ClientDocument.Properties.Select(one => one.Name).Order(StringComparer.Ordinal),
            Names(schema.RootElement.GetProperty("$defs").GetProperty("client"))
        );
    }

    private static IEnumerable<string> Names(JsonElement schema) =>
        schema.GetProperty("properties").EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal);

    private static string Client(string method, string more) =>
        $$"""{ "clients": [ { "client_id": "a", "token_endpoint_auth_method": "{{method}}", {{more}} } ] }""";

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private TestedClients Read(string text)
    {
        File.WriteAllText(PathOf("clients.json"), text);
        return TestedClients.Read(PathOf("clients.json"), authorities: null, TimeProvider.System, _ => null);
    }
}
