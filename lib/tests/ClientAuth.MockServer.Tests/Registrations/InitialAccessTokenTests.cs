using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Registrations;

/// <summary>An initial access token registers one client (RFC 7591 §3), however many ask at once.</summary>
public sealed class InitialAccessTokenTests
{
    private const string Device = """{"client_name":"device"}""";

    [Fact]
    public async Task Of_many_registrations_at_once_one_makes_a_client()
    {
        await using var lab = await TestLab.StartAsync();
        using var registrant = new Registrant(lab);
        var token = await registrant.InitialTokenAsync();
        var before = lab.Server.Clients.Snapshot().Count;

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => registrant.RegisterAsync(Device, token)));

        Assert.Single(answers, answer => answer.Status == 201);
        Assert.Equal(31, answers.Count(answer => answer is { Status: 401 } && answer.Error().Error == "invalid_token"));
        Assert.Equal(before + 1, lab.Server.Clients.Snapshot().Count);
    }

    [Fact]
    public async Task Refused_registration_leaves_token_and_clients_as_they_were()
    {
        await using var lab = await TestLab.StartAsync();
        using var registrant = new Registrant(lab);
        var token = await registrant.InitialTokenAsync();
        var before = lab.Server.Clients.Snapshot();

        var refused = await registrant.RegisterAsync("""{"token_endpoint_auth_method":"private_key_jwt"}""", token);

        Assert.Equal((400, Rules.RegisteredKeys.Name), (refused.Status, refused.Exchange.Trace.Failure?.Check));
        Assert.Equal(before, lab.Server.Clients.Snapshot());
        Assert.Equal(201, (await registrant.RegisterAsync(Device, token)).Status);
    }

    [Fact]
    public async Task Scope_that_opens_registration_is_granted_to_whoever_asks_for_it_alone()
    {
        await using var lab = await TestLab.StartAsync();

        var unasked = await lab.SendAsync(TestCall.Basic(TestClients.Main, lab.Clients.Secret));
        var asked = await lab.SendAsync(
            TestCall.Basic(TestClients.Main, lab.Clients.Secret).And(TokenParameters.Scope, "dcr")
        );

        Assert.Equal("read write", unasked.AssertIssued().Scope);
        Assert.Equal("dcr", asked.AssertIssued().Scope);
    }

    [Fact]
    public async Task Token_of_a_client_that_was_withdrawn_opens_nothing()
    {
        await using var lab = await TestLab.StartAsync();
        using var registrant = new Registrant(lab);
        var token = await registrant.InitialTokenAsync();

        lab.Server.Clients.Remove(TestClients.Main);
        var refused = await registrant.RegisterAsync(Device, token);

        Assert.Equal((401, Rules.TokenClient.Name), (refused.Status, refused.Exchange.Trace.Failure?.Check));
    }
}
