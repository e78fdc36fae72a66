using System.Text.Json.Nodes;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Registrations;

/// <summary>What a client that registers itself may be, and how much of it is kept.</summary>
public sealed class RegistrationLimitsTests(SharedLab shared) : IClassFixture<SharedLab>
{
    private static string Keys(string member) =>
        $$$"""{"token_endpoint_auth_method":"private_key_jwt","jwks":{"keys":[{"kty":"EC","crv":"P-256",{{{member}}}}]}}""";

    [Theory]
    [InlineData("""{"token_endpoint_auth_method":"none","grant_types":["client_credentials"]}""")]
    [InlineData(
        """{"token_endpoint_auth_method":"none","grant_types":["authorization_code","client_credentials"],"redirect_uris":["https://app.example/"]}"""
    )]
    [InlineData("""{"grant_types":["urn:ietf:params:oauth:grant-type:token-exchange"]}""")]
    [InlineData("""{"grant_types":["client_credentials","urn:ietf:params:oauth:grant-type:token-exchange"]}""")]
    [InlineData(
        """{"token_endpoint_auth_method":"none","grant_types":["urn:ietf:params:oauth:grant-type:token-exchange"]}"""
    )]
    [InlineData("""{"grant_types":["client_credentials","refresh_token"]}""")]
    [InlineData("""{"grant_types":["client_credentials","client_credentials"]}""")]
    public async Task Grant_that_the_server_does_not_offer_to_such_a_client_is_refused(string body)
    {
        using var registrant = new Registrant(shared.Lab);

        var answer = await registrant.RegisterAsync(body);

        Assert.Equal(Rules.RegisteredGrants.Name, answer.Exchange.Trace.Failure?.Check);
        Assert.Equal(
            (400, "invalid_client_metadata", "the client metadata is not allowed: grant_types"),
            (answer.Status, answer.Error().Error, answer.Error().ErrorDescription)
        );
    }

    [Fact]
    public async Task Update_to_such_a_grant_is_refused_as_well()
    {
        using var registrant = new Registrant(shared.Lab);
        var client = await registrant.RegisteredAsync("{}");
        var update = Registrant.Update(client);
        update["grant_types"] = new JsonArray("urn:ietf:params:oauth:grant-type:token-exchange");

        var answer = await registrant.PutAsync(client, update);

        Assert.Equal(Rules.RegisteredGrants.Name, answer.Exchange.Trace.Failure?.Check);
    }

    [Fact]
    public async Task Device_attested_clients_may_register_for_the_exchange_where_the_server_offers_it()
    {
        await using var lab = await DeviceLab.StartAsync();
        using var registrant = new Registrant(lab.Lab);

        var client = await registrant.RegisteredAsync(
            """{"token_endpoint_auth_method":"none","grant_types":["urn:ietf:params:oauth:grant-type:token-exchange"]}"""
        );

        Assert.Equal("none", client.TokenEndpointAuthMethod);
    }

    public static TheoryData<string, string> Oversized()
    {
        var name = new string('n', 257);
        var text = new string('t', 2001);
        return new()
        {
            { "client_name", $$"""{"client_name":"{{name}}"}""" },
            { "client_name", """{"client_name":"a\u0007b"}""" },
            { "client_name", """{"client_name":"a\u202eb"}""" },
            { "scope", $$"""{"scope":"{{string.Join(' ', Enumerable.Repeat("read", 500))}}"}""" },
            { "grant_types", $$"""{"grant_types":[{{string.Join(',', Enumerable.Repeat("\"x\"", 21))}}]}""" },
            {
                "redirect_uris",
                $$"""{"redirect_uris":[{{string.Join(',', Enumerable.Range(0, 21).Select(i => $"\"https://a.example/{i}\""))}}]}"""
            },
            { "redirect_uris", $$"""{"redirect_uris":["https://a.example/{{text}}"]}""" },
            {
                "tls_client_auth_subject_dn",
                $$"""{"token_endpoint_auth_method":"tls_client_auth","tls_client_auth_subject_dn":"CN={{text}}"}"""
            },
            {
                "tls_client_auth_san_dns",
                $$"""{"token_endpoint_auth_method":"tls_client_auth","tls_client_auth_san_dns":"{{text}}"}"""
            },
            { "tls_client_auth_san_uri", $$"""{"tls_client_auth_san_uri":"{{text}}"}""" },
            { "jwks_uri", $$"""{"jwks_uri":"https://a.example/{{text}}"}""" },
            { "token_endpoint_auth_signing_alg", $$"""{"token_endpoint_auth_signing_alg":"{{text}}"}""" },
            { "jwks", Keys($"\"x\":\"AA\",\"y\":\"AA\",\"kid\":\"{name}\"") },
            { "jwks", Keys($"\"x\":\"{new string('A', 2001)}\",\"y\":\"AA\"") },
            { "jwks", Keys($"\"x\":\"AA\",\"y\":\"AA\",\"other\":\"{text}\"") },
            { "jwks", Keys($"\"key_ops\":[{string.Join(',', Enumerable.Repeat("\"verify\"", 21))}]") },
            { "jwks", Keys($"\"x5c\":[{string.Join(',', Enumerable.Repeat("\"AAAA\"", 21))}]") },
        };
    }

    [Theory]
    [MemberData(nameof(Oversized))]
    public async Task Member_that_is_larger_than_any_client_needs_is_refused_by_its_name(string member, string body)
    {
        using var registrant = new Registrant(shared.Lab);

        var answer = await registrant.RegisterAsync(body);

        Assert.Equal(Rules.RegisteredMetadata.Name, answer.Exchange.Trace.Failure?.Check);
        Assert.Contains(member, answer.Exchange.Trace.Failure!.Seen, StringComparison.Ordinal);
        Assert.Equal(
            (400, $"the client metadata is not allowed: {member}"),
            (answer.Status, answer.Error().ErrorDescription)
        );
    }

    [Theory]
    [InlineData("software_id", """{"software_id":"2e6dc280-f3fd-4e01-99a7-8181dbd1d1d8"}""")]
    [InlineData("scope", """{"scope":"admin"}""")]
    [InlineData("token_endpoint_auth_method", """{"token_endpoint_auth_method":"magic"}""")]
    [InlineData("jwks_uri", """{"jwks_uri":"https://a.example/"}""")]
    public async Task Refusal_names_the_member_on_the_wire(string member, string body)
    {
        using var registrant = new Registrant(shared.Lab);

        var answer = await registrant.RegisterAsync(body);

        Assert.Equal(400, answer.Status);
        Assert.StartsWith(
            $"the client metadata is not allowed: {member}",
            answer.Error().ErrorDescription,
            StringComparison.Ordinal
        );
    }
}
