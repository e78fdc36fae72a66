using System.Security.Cryptography;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Registrations;

/// <summary>A client from its registration to its withdrawal (RFC 7591 §3.2.1, RFC 7592 §2).</summary>
public sealed class ClientLifeTests : IAsyncLifetime
{
    private TestLab _lab = null!;
    private Registrant _registrant = null!;

    public async ValueTask InitializeAsync()
    {
        _lab = await TestLab.StartAsync();
        _registrant = new Registrant(_lab);
    }

    public async ValueTask DisposeAsync()
    {
        _registrant.Dispose();
        await _lab.DisposeAsync();
    }

    [Fact]
    public async Task Client_gets_identifier_secret_and_all_that_is_registered()
    {
        var answer = await _registrant.RegisterAsync("""{"client_name":"d","scope":"read","future_member":{"x":1}}""");

        var client = Registrant.Read(answer);
        Assert.Equal(201, answer.Status);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Matches("^[0-9a-f]{32}$", client.ClientId);
        Assert.Matches("^[A-Za-z0-9_-]{86}$", client.ClientSecret!);
        Assert.Matches("^[A-Za-z0-9_-]{43}$", client.RegistrationAccessToken!);
        Assert.Equal(
            $$"""{"client_id":"{{client.ClientId}}","client_id_issued_at":{{_lab.Clock.GetUtcNow().ToUnixTimeSeconds()}},"client_name":"d","client_secret":"{{client.ClientSecret}}","client_secret_expires_at":0,"token_endpoint_auth_method":"client_secret_basic","grant_types":["client_credentials"],"scope":"read","registration_client_uri":"{{_lab.Server.Issuer}}/register/{{client.ClientId}}","registration_access_token":"{{client.RegistrationAccessToken}}"}""",
            answer.Body
        );
        (await _lab.SendAsync(TestCall.Basic(client.ClientId, client.ClientSecret!))).AssertIssued();
    }

    [Fact]
    public async Task Client_reads_what_its_registration_answered_with()
    {
        var answer = await _registrant.RegisterAsync("""{"client_name":"d"}""");

        var read = await _registrant.GetAsync(Registrant.Read(answer));

        Assert.Equal((200, answer.Body), (read.Status, read.Body));
        Assert.Equal("no-store", read.Header("Cache-Control"));
    }

    [Fact]
    public async Task Update_replaces_all_but_identifier_secret_and_access_token()
    {
        var client = await _registrant.RegisteredAsync("""{"client_name":"d","scope":"read"}""");
        var body = Registrant.Update(client);
        body.Remove("scope");
        body["client_name"] = "e";

        var updated = Registrant.Read(await _registrant.PutAsync(client, body));

        Assert.Equal(
            client with
            {
                ClientName = "e",
                Scope = null,
                GrantTypes = null,
            },
            updated with
            {
                GrantTypes = null,
            }
        );
        (await _lab.SendAsync(TestCall.Basic(client.ClientId, client.ClientSecret!))).AssertIssued();
    }

    [Fact]
    public async Task Client_that_changes_to_a_key_has_no_secret_any_more()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var client = await _registrant.RegisteredAsync("""{"client_name":"d"}""");
        var body = Registrant.Update(client);
        body["token_endpoint_auth_method"] = "private_key_jwt";
        body["jwks"] = TestKeys.Set(key);

        var updated = Registrant.Read(await _registrant.PutAsync(client, body));

        Assert.Null(updated.ClientSecret);
        (await _lab.SendAsync(TestCall.Basic(client.ClientId, client.ClientSecret!))).AssertInvalidClient(
            Rules.ClientMethod.Name
        );
        (await _lab.SendAsync(TestCall.Asserting(_lab.Assertion(client.ClientId).Sign(key)))).AssertIssued();
    }

    [Fact]
    public async Task Withdrawal_leaves_the_connection_open()
    {
        var client = await _registrant.RegisteredAsync("""{"client_name":"d"}""");
        var token = await _registrant.InitialTokenAsync();

        await _registrant.DeleteAsync(client);

        // A POST is not sent again on a connection of its own, as a GET would be.
        Assert.Equal(201, (await _registrant.RegisterAsync("""{"client_name":"e"}""", token)).Status);
    }

    [Fact]
    public async Task Withdrawn_client_is_gone_everywhere_with_its_tokens()
    {
        var client = await _registrant.RegisteredAsync("""{"scope":"read"}""");
        var token = (await _lab.SendAsync(TestCall.Basic(client.ClientId, client.ClientSecret!))).AssertIssued();

        var deleted = await _registrant.DeleteAsync(client);

        Assert.Equal((204, "", "no-store"), (deleted.Status, deleted.Body, deleted.Header("Cache-Control")));
        Assert.Null(_lab.Server.Clients.Find(client.ClientId));
        Assert.Equal(401, (await _registrant.GetAsync(client)).Status);
        (await _lab.SendAsync(TestCall.Basic(client.ClientId, client.ClientSecret!))).AssertInvalidClient(
            Rules.ClientKnown.Name
        );
        var used = await _registrant.RegisterAsync("{}", token.AccessToken);
        Assert.Equal((401, Rules.TokenClient.Name), (used.Status, used.Exchange.Trace.Failure?.Check));
    }

    [Fact]
    public async Task Client_of_the_operator_has_no_configuration_endpoint()
    {
        var client = await _registrant.RegisteredAsync("{}");
        var operators = client with
        {
            RegistrationClientUri = $"{_lab.Server.Metadata.RegistrationEndpoint}/{TestClients.Basic}",
        };

        var answer = await _registrant.GetAsync(operators);

        Assert.Equal((401, "invalid_token"), (answer.Status, answer.Error().Error));
        Assert.NotNull(_lab.Server.Clients.Find(TestClients.Basic));
    }

    [Fact]
    public async Task Client_that_is_switched_off_changes_nothing_until_it_is_switched_on_again()
    {
        var client = await _registrant.RegisteredAsync("{}");

        _lab.Server.Clients.Disable(client.ClientId);
        var refused = await _registrant.DeleteAsync(client);
        _lab.Server.Clients.Enable(client.ClientId);

        Assert.Equal(
            (401, Rules.RegistrationAccessToken.Name),
            (refused.Status, refused.Exchange.Trace.Failure?.Check)
        );
        Assert.Equal(200, (await _registrant.GetAsync(client)).Status);
    }

    [Fact]
    public async Task Unknown_client_and_wrong_token_look_the_same()
    {
        var client = await _registrant.RegisteredAsync("{}");
        var wrong = await _registrant.GetAsync(client with { RegistrationAccessToken = "wrong" });
        var unknown = await _registrant.GetAsync(
            client with
            {
                RegistrationClientUri = $"{_lab.Server.Metadata.RegistrationEndpoint}/nobody",
            }
        );

        Assert.Equal((wrong.Status, wrong.Body), (unknown.Status, unknown.Body));
        Assert.Equal(wrong.Header("WWW-Authenticate"), unknown.Header("WWW-Authenticate"));
    }
}
