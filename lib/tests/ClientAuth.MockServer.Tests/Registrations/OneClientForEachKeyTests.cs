using System.Security.Cryptography;
using System.Text.Json;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Registrations;

/// <summary>From one template, a key that initial access tokens are bound to has one client, however often and at once it registers.</summary>
public sealed class OneClientForEachKeyTests : IAsyncLifetime
{
    private const string Secret = """{"software_id":"device-secret"}""";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private TestLab _lab = null!;
    private BoundRegistrant _device = null!;
    private int _operators;

    public async ValueTask InitializeAsync()
    {
        _lab = await TestLab.StartAsync(
            (_, options) =>
                options with
                {
                    Registration = options.Registration with
                    {
                        ClientTemplates =
                        [
                            Template("device-secret", TokenEndpointAuthMethods.ClientSecretBasic),
                            Template("other-secret", TokenEndpointAuthMethods.ClientSecretBasic),
                            Template("device-key", TokenEndpointAuthMethods.PrivateKeyJwt),
                        ],
                    },
                    // Nonces have tests of their own.
                    Proofs = new() { DpopNonces = NoncePolicy.NotUsed },
                }
        );
        _device = new BoundRegistrant(_lab, _key);
        _operators = _lab.Server.Clients.Snapshot().Count;
    }

    private IEnumerable<ClientMetadata> Devices => _lab.Server.Clients.Snapshot().Skip(_operators);

    public async ValueTask DisposeAsync()
    {
        _device.Dispose();
        _key.Dispose();
        await _lab.DisposeAsync();
    }

    [Fact]
    public async Task Second_registration_renews_the_client_of_the_key()
    {
        var (status, first) = await _device.RegisteredAsync(Secret);
        _lab.Clock.Advance(TimeSpan.FromMinutes(1));
        var (again, second) = await _device.RegisteredAsync(Secret);

        Assert.Equal((201, 200), (status, again));
        Assert.Equal((first.ClientId, first.ClientIdIssuedAt), (second.ClientId, second.ClientIdIssuedAt));
        Assert.Equal(first.ClientId, Assert.Single(Devices).ClientId);
    }

    [Fact]
    public async Task Renewal_gives_another_secret_and_another_token_and_ends_those_before()
    {
        var (_, first) = await _device.RegisteredAsync(Secret);
        var (_, second) = await _device.RegisteredAsync(Secret);
        using var registrant = new Registrant(_lab);

        Assert.Equal(401, (await _lab.SendAsync(TestCall.Basic(first.ClientId, first.ClientSecret!))).Status);
        (await _lab.SendAsync(TestCall.Basic(second.ClientId, second.ClientSecret!))).AssertIssued();
        Assert.Equal(401, (await registrant.GetAsync(first)).Status);
        Assert.Equal(200, (await registrant.GetAsync(second)).Status);
    }

    [Fact]
    public async Task Renewal_registers_the_keys_that_it_names()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await _device.RegisteredAsync(WithKey(_key));

        var (_, renewed) = await _device.RegisteredAsync(WithKey(other));

        Assert.Equal(Jwk.FromPublicKey(other).Thumbprint(), Assert.Single(renewed.Jwks!.Keys).Thumbprint());
        Assert.Equal(renewed.ClientId, Assert.Single(Devices).ClientId);
    }

    [Fact]
    public async Task Of_many_registrations_at_once_with_tokens_bound_to_one_key_comes_one_client()
    {
        var tokens = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => _device.InitialTokenAsync()));

        var answers = await Task.WhenAll(tokens.Select(token => _device.RegisterAsync(Secret, token)));

        Assert.Single(answers, answer => answer.Status == 201);
        Assert.Equal(31, answers.Count(answer => answer.Status == 200));
        var client = Assert.Single(Devices);
        Assert.All(answers, answer => Assert.Equal(client.ClientId, Registrant.Read(answer).ClientId));
    }

    [Fact]
    public async Task A_token_still_works_once()
    {
        var token = await _device.InitialTokenAsync();

        Assert.Equal(201, (await _device.RegisterAsync(Secret, token)).Status);
        Assert.Equal(401, (await _device.RegisterAsync(Secret, token)).Status);
    }

    [Fact]
    public async Task Another_key_and_another_template_have_another_client()
    {
        using var otherKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var otherDevice = new BoundRegistrant(_lab, otherKey);

        int[] statuses =
        [
            (await _device.RegisteredAsync(Secret)).Status,
            (await otherDevice.RegisteredAsync(Secret)).Status,
            (await _device.RegisteredAsync("""{"software_id":"other-secret"}""")).Status,
        ];

        Assert.Equal([201, 201, 201], statuses);
        Assert.Equal(3, Devices.DistinctBy(client => client.ClientId).Count());
    }

    [Theory]
    [InlineData(Secret)]
    [InlineData("""{"client_name":"no template"}""")]
    public async Task Unbound_token_makes_a_client_each_time(string body)
    {
        using var registrant = new Registrant(_lab);

        await registrant.RegisteredAsync(body);
        await registrant.RegisteredAsync(body);

        Assert.Equal(2, Devices.Count());
    }

    [Fact]
    public async Task Bound_token_without_a_template_makes_a_client_each_time()
    {
        await _device.RegisteredAsync("""{"client_name":"no template"}""");
        await _device.RegisteredAsync("""{"client_name":"no template"}""");

        Assert.Equal(2, Devices.Count());
    }

    [Fact]
    public async Task Client_that_was_withdrawn_is_registered_anew()
    {
        var (_, first) = await _device.RegisteredAsync(Secret);
        using var registrant = new Registrant(_lab);
        Assert.Equal(204, (await registrant.DeleteAsync(first)).Status);

        var (status, second) = await _device.RegisteredAsync(Secret);

        Assert.Equal(201, status);
        Assert.NotEqual(first.ClientId, second.ClientId);
        Assert.Equal(second.ClientId, Assert.Single(Devices).ClientId);
    }

    [Fact]
    public async Task Change_or_withdrawal_that_a_renewal_overtakes_comes_too_late()
    {
        var (_, first) = await _device.RegisteredAsync(Secret);
        // What a request with the token of before has found while the renewal happens.
        var found = _lab.Server.Clients.Get(first.ClientId)!;
        await _device.RegisteredAsync(Secret);

        Assert.Null(_lab.Server.Clients.TryChange(found, now => now));
        Assert.False(_lab.Server.Clients.Remove(found));
        Assert.Equal(first.ClientId, Assert.Single(Devices).ClientId);
    }

    [Fact]
    public async Task Renewal_lets_no_client_in_that_the_operator_has_switched_off()
    {
        var (_, first) = await _device.RegisteredAsync(Secret);
        _lab.Server.Clients.Disable(first.ClientId);

        var (status, second) = await _device.RegisteredAsync(Secret);

        Assert.Equal((200, first.ClientId), (status, second.ClientId));
        var refused = await _lab.SendAsync(TestCall.Basic(second.ClientId, second.ClientSecret!));
        Assert.Equal((401, "invalid_client"), (refused.Status, refused.Error().Error));
    }

    private static string WithKey(ECDsa key) =>
        JsonSerializer.Serialize(
            new ClientRegistrationRequest
            {
                SoftwareId = "device-key",
                Jwks = new JwkSet { Keys = [Jwk.FromPublicKey(key)] },
            },
            ProtocolJson.Default.ClientRegistrationRequest
        );

    private static ClientTemplate Template(string id, string method) =>
        new()
        {
            Client = new ClientMetadata
            {
                ClientId = id,
                TokenEndpointAuthMethod = method,
                GrantTypes = [GrantTypes.ClientCredentials],
                Scope = "read write",
            },
            AuthenticateClientBy = TestClients.Main,
            SetByDevice = ["client_name", "jwks"],
        };
}
