using System.Security.Cryptography;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Registrations;

/// <summary>Clients that registered themselves are bounded in number and in size; at the bound nobody loses anything.</summary>
public sealed class RegisteredClientLimitTests
{
    private const string Key = """{"software_id":"device","client_name":"again"}""";

    [Fact]
    public async Task Client_beyond_the_number_is_refused_and_keeps_its_token_until_there_is_room()
    {
        await using var lab = await StartAsync(new LimitOptions { RegisteredClientLimit = 2 });
        using var registrant = new Registrant(lab);
        var first = await registrant.RegisteredAsync("{}");
        await registrant.RegisteredAsync("{}");
        var token = await registrant.InitialTokenAsync();

        AssertFull(await registrant.RegisterAsync("{}", token), "3 clients of ");
        // The operator's own clients are not counted, and take no room.
        lab.Server.Clients.Register(TestClients.WithKey("another", lab.Clients.Key));
        AssertFull(await registrant.RegisterAsync("{}", token), "3 clients of ");
        Assert.Equal(204, (await registrant.DeleteAsync(first)).Status);
        var after = await registrant.RegisterAsync("{}", token);

        Assert.Equal(201, after.Status);
        AssertFull(await registrant.RegisterAsync("{}"), "3 clients of ");
    }

    [Fact]
    public async Task Client_beyond_the_size_is_refused_as_is_an_update_that_grows_beyond_it()
    {
        await using var lab = await StartAsync(new LimitOptions { RegisteredClientsSize = 1500 });
        using var registrant = new Registrant(lab);
        var client = await registrant.RegisteredAsync(Redirecting(100));
        AssertFull(await registrant.RegisterAsync(Redirecting(1500)), "2 clients of ");

        var update = Registrant.Update(client);
        update["redirect_uris"] = new System.Text.Json.Nodes.JsonArray($"https://a.example/{new string('p', 1500)}");
        AssertFull(await registrant.PutAsync(client, update), "1 clients of ");

        update["redirect_uris"] = new System.Text.Json.Nodes.JsonArray("https://a.example/");
        Assert.Equal(200, (await registrant.PutAsync(client, update)).Status);
        Assert.Equal(201, (await registrant.RegisterAsync(Redirecting(100))).Status);
    }

    [Fact]
    public async Task A_device_that_registers_again_needs_no_room()
    {
        await using var lab = await StartAsync(new LimitOptions { RegisteredClientLimit = 1 });
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var device = new BoundRegistrant(lab, key);

        var (created, first) = await device.RegisteredAsync("""{"software_id":"device"}""");
        var (renewed, again) = await device.RegisteredAsync(Key);

        Assert.Equal((201, 200, first.ClientId), (created, renewed, again.ClientId));
    }

    [Fact]
    public async Task Of_many_registrations_at_once_as_many_succeed_as_there_is_room()
    {
        await using var lab = await StartAsync(new LimitOptions { RegisteredClientLimit = 3 });
        using var registrant = new Registrant(lab);
        var tokens = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            tokens.Add(await registrant.InitialTokenAsync());
        }

        var answers = await Task.WhenAll(tokens.Select(token => registrant.RegisterAsync("{}", token)));

        Assert.Equal((3, 9), (answers.Count(a => a.Status == 201), answers.Count(a => a.Status == 429)));
    }

    [Fact]
    public async Task Of_many_updates_at_once_as_many_succeed_as_there_is_room()
    {
        await using var lab = await StartAsync(new LimitOptions { RegisteredClientsSize = 30_000 });
        using var registrant = new Registrant(lab);
        var updates = new List<Func<Task<TestAnswer>>>();
        for (var i = 0; i < 12; i++)
        {
            var client = await registrant.RegisteredAsync("{}");
            var update = Registrant.Update(client);
            // With the small ones, two of these fit.
            update["redirect_uris"] = new System.Text.Json.Nodes.JsonArray([
                .. Enumerable.Range(0, 5).Select(n => $"https://a.example/{n}{new string('p', 1900)}"),
            ]);
            updates.Add(() => registrant.PutAsync(client, update));
        }

        var answers = await Task.WhenAll(updates.Select(send => send()));

        Assert.Equal((2, 10), (answers.Count(a => a.Status == 200), answers.Count(a => a.Status == 429)));
    }

    [Fact]
    public async Task Memory_of_the_clients_stays_within_the_bound_whatever_is_registered()
    {
        await using var lab = await StartAsync(
            new LimitOptions { RegisteredClientsSize = 200_000, RecordedExchangeLimit = 1 }
        );
        using var registrant = new Registrant(lab);
        var statuses = new List<int>();

        while (statuses.Count < 100 && !statuses.Contains(429))
        {
            statuses.Add((await registrant.RegisterAsync(Redirecting(1900, 19))).Status);
        }

        // 36 kB each.
        Assert.Equal([201, 201, 201, 201, 201, 429], statuses);
    }

    private static void AssertFull(TestAnswer answer, string seen)
    {
        Assert.Equal(
            (429, OAuthErrors.TemporarilyUnavailable, "no more clients can register here for now"),
            (answer.Status, answer.Error().Error, answer.Error().ErrorDescription)
        );
        Assert.Equal(Rules.RegistrationRoom.Name, answer.Exchange.Trace.Failure!.Check);
        Assert.StartsWith(seen, answer.Exchange.Trace.Failure.Seen, StringComparison.Ordinal);
        answer.AssertNotStored();
    }

    private static string Redirecting(int length, int count = 1) =>
        $$"""{"redirect_uris":[{{string.Join(',', Enumerable.Repeat($"\"https://a.example/{new string('p', length)}\"", count))}}]}""";

    private static Task<TestLab> StartAsync(LimitOptions limits) =>
        TestLab.StartAsync(
            (_, options) =>
                options with
                {
                    Limits = limits,
                    Proofs = new() { DpopNonces = NoncePolicy.NotUsed },
                    Registration = new()
                    {
                        ClientTemplates =
                        [
                            new ClientTemplate
                            {
                                Client = new ClientMetadata { ClientId = "device", Scope = "read" },
                                AuthenticateClientBy = TestClients.Main,
                                SetByDevice = ["client_name"],
                            },
                        ],
                    },
                }
        );
}
