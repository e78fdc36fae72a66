using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Registrations;

/// <summary>Whatever the body is, the answer is the client's fault and never the server's.</summary>
public sealed class RegistrationBodyTests(SharedLab shared) : IClassFixture<SharedLab>
{
    [Theory]
    [InlineData("", "registration.json")]
    [InlineData("null", "registration.json")]
    [InlineData("[]", "registration.json")]
    [InlineData("{", "registration.json")]
    [InlineData("{} {}", "registration.json")]
    [InlineData("""{"scope":"read","scope":"write"}""", "registration.json")]
    [InlineData("""{"scope":"read","\u0073cope":"write"}""", "registration.json")]
    [InlineData("""{"jwks":{"keys":[],"keys":[]}}""", "registration.json")]
    [InlineData("""{"client_name":"\ud800"}""", "registration.json")]
    [InlineData("""{"\ud800":1}""", "registration.json")]
    [InlineData("""{"jwks":{"keys":[{"kty":"EC","\udc00":1}]}}""", "registration.json")]
    [InlineData("""{"grant_types":[null]}""", "registration.metadata")]
    [InlineData("""{"grant_types":"client_credentials"}""", "registration.metadata")]
    [InlineData("""{"redirect_uris":[null]}""", "registration.metadata")]
    [InlineData("""{"redirect_uris":[["x"]]}""", "registration.metadata")]
    [InlineData("""{"token_endpoint_auth_method":5}""", "registration.metadata")]
    [InlineData("""{"tls_client_certificate_bound_access_tokens":"true"}""", "registration.metadata")]
    [InlineData("""{"jwks":[]}""", "registration.metadata")]
    [InlineData("""{"jwks":{}}""", "registration.metadata")]
    [InlineData("""{"jwks":{"keys":null}}""", "registration.metadata")]
    [InlineData("""{"jwks":{"keys":[null]}}""", "registration.metadata")]
    [InlineData("""{"jwks":{"keys":[5]}}""", "registration.metadata")]
    [InlineData("""{"jwks":{"keys":[{"kty":null}]}}""", "registration.metadata")]
    [InlineData("""{"jwks":{"keys":[{"kty":"EC","x5c":[null]}]}}""", "registration.metadata")]
    [InlineData("""{"software_id":5}""", "template.known")]
    [InlineData("""{"software_statement":5}""", "statement.format")]
    [InlineData("""{"software_statement":{"a":"b"}}""", "statement.format")]
    [InlineData("""{"token_endpoint_auth_method":""}""", "registration.method")]
    [InlineData("""{"grant_types":[]}""", "registration.grant_types")]
    [InlineData("""{"grant_types":["authorization_code"]}""", "registration.redirect_uris")]
    [InlineData("""{"jwks_uri":"\u0000"}""", "registration.jwks_uri")]
    [InlineData(
        """{"token_endpoint_auth_method":"self_signed_tls_client_auth","jwks":{"keys":[{"kty":"oct","x5c":["AAAA"]}]}}""",
        "registration.certificate"
    )]
    [InlineData(
        """{"token_endpoint_auth_method":"private_key_jwt","jwks":{"keys":[{"kty":"EC","crv":"P-256","x":"!","y":""}]}}""",
        "registration.key_strength"
    )]
    public async Task Wrong_body_is_refused_by_the_check_that_sees_it(string body, string check)
    {
        using var registrant = new Registrant(shared.Lab);

        var answer = await registrant.RegisterAsync(body);

        Assert.Equal(check, answer.Exchange.Trace.Failure?.Check);
        Assert.Equal(400, answer.Status);
        Assert.StartsWith("invalid_", answer.Error().Error, StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task Depth_and_length_have_their_limits()
    {
        using var registrant = new Registrant(shared.Lab);

        var deep = await registrant.RegisterAsync(new string('[', 10_000));
        var longBody = await registrant.RegisterAsync($$"""{"client_name":"{{new string('x', 70_000)}}"}""");

        Assert.Equal((400, "invalid_client_metadata"), (deep.Status, deep.Error().Error));
        Assert.Equal((413, "invalid_request"), (longBody.Status, longBody.Error().Error));
    }

    [Fact]
    public async Task Member_that_is_null_counts_as_left_out()
    {
        using var registrant = new Registrant(shared.Lab);

        var client = await registrant.RegisteredAsync(
            """{"token_endpoint_auth_method":null,"jwks":null,"scope":null}"""
        );

        Assert.Equal(("client_secret_basic", null), (client.TokenEndpointAuthMethod, client.Jwks));
    }

    [Fact]
    public async Task What_the_server_makes_is_the_servers_whatever_the_body_says()
    {
        using var registrant = new Registrant(shared.Lab);

        var client = await registrant.RegisteredAsync(
            """{"client_id":"basic","client_secret":"mine","client_secret_expires_at":1,"client_id_issued_at":1,"registration_access_token":"t","registration_client_uri":"u"}"""
        );

        Assert.NotEqual("basic", client.ClientId);
        Assert.NotEqual("mine", client.ClientSecret);
        Assert.Equal(0, client.ClientSecretExpiresAt);
        Assert.NotEqual("t", client.RegistrationAccessToken);
    }
}
