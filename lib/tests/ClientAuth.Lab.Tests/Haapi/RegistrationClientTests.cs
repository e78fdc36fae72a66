using System.Security.Cryptography;
using ClientAuth.Client;
using ClientAuth.Client.Connections;
using ClientAuth.Client.Dpop;
using ClientAuth.Client.Registration;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Tests.Haapi;

/// <summary>Registration step by step, as a lesson does it, and what a client does with its registration (RFC 7592 §2).</summary>
public sealed class RegistrationClientTests : IAsyncLifetime
{
    private readonly ECDsa _ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private AppFixture _lab = null!;
    private HttpClient _http = null!;
    private RegistrationClient _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _lab = await AppFixture.OpenAsync();
        _http = TokenHttp.Create(_lab.Configuration(_lab.OldPhone).Trust, method: null, _lab.Clock);
        _client = new RegistrationClient(_http, _lab.Clock);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _ecdsa.Dispose();
        await _lab.DisposeAsync();
    }

    [Fact]
    public async Task A_registration_is_read_changed_and_withdrawn()
    {
        var made = Assert.IsType<RegistrationOutcome.Registered>(await RegisterAsync());
        Assert.Equal($"Registered: {made.Client}, new", made.ToString());

        var read = Registered(await _client.ReadAsync(made.Client, Cancellation));
        var changed = Registered(await _client.UpdateAsync(read with { ClientName = "renamed" }, Cancellation));
        Assert.Equal((made.Client.ClientId, "renamed"), (changed.ClientId, changed.ClientName));
        Assert.Equal("renamed", _lab.DeviceClients.Single().ClientName);

        Assert.IsType<RegistrationOutcome.Withdrawn>(await _client.DeleteAsync(made.Client, Cancellation));
        Assert.Empty(_lab.DeviceClients);
        var refused = Assert.IsType<RegistrationOutcome.Refused>(await _client.ReadAsync(made.Client, Cancellation));
        Assert.Equal((401, "invalid_token"), (refused.Status, refused.Error.Error));
    }

    [Fact]
    public async Task Whoever_registers_again_is_told_that_the_client_was_there()
    {
        var first = Assert.IsType<RegistrationOutcome.Registered>(await RegisterAsync());

        var second = Assert.IsType<RegistrationOutcome.Registered>(await RegisterAsync());

        Assert.Equal((true, false), (first.IsNew, second.IsNew));
        Assert.Equal(first.Client.ClientId, second.Client.ClientId);
    }

    [Fact]
    public async Task What_an_operator_has_registered_cannot_be_configured()
    {
        var operators = _lab.Server.Clients.Find("mobile-app-secret")!;

        var error = await Assert.ThrowsAsync<ArgumentException>(() => _client.DeleteAsync(operators, Cancellation));

        Assert.StartsWith(
            "The registration of 'mobile-app-secret' has no registration_client_uri or registration_access_token.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    private static ClientMetadata Registered(RegistrationOutcome outcome) =>
        Assert.IsType<RegistrationOutcome.Registered>(outcome).Client;

    private async Task<RegistrationOutcome> RegisterAsync()
    {
        var key = new DpopKey(_ecdsa, _lab.Clock);
        var main = new TokenClient(
            _http,
            _lab.Server.Metadata,
            "mobile-app-jwt-asymmetric",
            _lab.MethodOf("mobile-app-jwt-asymmetric"),
            _lab.Clock
        ).BoundTo(key);
        var initial = Assert.IsType<TokenOutcome.Issued>(await main.RequestTokenAsync("dcr", Cancellation));
        return await _client.RegisterAsync(
            new Uri(_lab.Server.Metadata.RegistrationEndpoint!),
            initial.Response.AccessToken,
            key,
            new ClientRegistrationRequest
            {
                SoftwareId = "mobile-app-device-key",
                ClientName = "a device",
                Jwks = new JwkSet { Keys = [key.PublicKey] },
            },
            Cancellation
        );
    }
}
