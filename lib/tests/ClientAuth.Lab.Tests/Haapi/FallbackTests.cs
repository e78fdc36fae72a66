using System.Net.Http.Json;
using ClientAuth.Client.Haapi;
using ClientAuth.Client.Registration;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Tests.Haapi;

/// <summary>A device that cannot attest itself registers a client of its own and uses it from then on.</summary>
public sealed class FallbackTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, DeviceCredential> Templates =>
        new()
        {
            { "mobile-app-device-key", "mobile-app-jwt-asymmetric", DeviceCredential.Key },
            { "mobile-app-device-key-by-secret", "mobile-app-secret", DeviceCredential.Key },
            { "mobile-app-device-key-by-mtls", "mobile-app-mtls", DeviceCredential.Key },
            { "mobile-app-device-secret", "mobile-app-secret", DeviceCredential.Secret },
            { "mobile-app-device-certificate", "mobile-app-mtls", DeviceCredential.Certificate },
        };

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task The_device_calls_the_resource_as_a_client_of_its_own(
        string template,
        string mainClient,
        DeviceCredential credential
    )
    {
        await using var lab = await AppFixture.OpenAsync();
        using var app = await lab.App(lab.OldPhone, template, credential, mainClient).CreateAsync(Cancellation);
        using var request = lab.Resource(withCertificate: credential == DeviceCredential.Certificate);

        using var response = await app.TokenManager.SendAsync(request, Cancellation);

        var resource = await response.Content.ReadFromJsonAsync(ProtocolJson.Default.ResourceResponse, Cancellation);
        var client = Assert.Single(lab.DeviceClients);
        Assert.Equal((HaapiPath.Registration, client.ClientId), (app.Path, app.ClientId));
        Assert.Equal(client.ClientId, resource!.ClientId);
        Assert.Equal((template, lab.OldPhone.Name), (client.SoftwareId, client.ClientName));
        Assert.Equal($"Phone with Android 7.1 cannot vouch for the app: {Why(lab)}.", app.WhyNotAttested);
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task The_next_start_uses_the_client_that_is_there(
        string template,
        string mainClient,
        DeviceCredential credential
    )
    {
        await using var lab = await AppFixture.OpenAsync();
        var factory = lab.App(lab.OldPhone, template, credential, mainClient);
        using var first = await factory.CreateAsync(Cancellation);
        lab.Server.Exchanges.Clear();

        using var second = await factory.CreateAsync(Cancellation);

        Assert.Equal(first.ClientId, second.ClientId);
        // The first is refused for want of a nonce; nothing is asked in the main client's name.
        Assert.Equal(["POST /token", "POST /token"], lab.Requests.Select(request => request.ToString()));
        Assert.Single(lab.DeviceClients);
    }

    [Fact]
    public async Task Each_device_has_a_client_of_its_own_and_one_is_revoked_alone()
    {
        await using var lab = await AppFixture.OpenAsync();
        using var one = await lab.App(lab.OldPhone).CreateAsync(Cancellation);
        using var other = await lab.App(lab.Phone("iphone-app-extension")).CreateAsync(Cancellation);

        lab.Server.Clients.Disable(one.ClientId);

        Assert.NotEqual(one.ClientId, other.ClientId);
        Assert.Equal(401, await lab.CallAsync(one));
        Assert.Equal(200, await lab.CallAsync(other));
    }

    [Fact]
    public async Task Initial_access_token_and_registration_are_bound_to_the_key_that_is_registered()
    {
        await using var lab = await AppFixture.OpenAsync();
        using var app = await lab.App(lab.OldPhone).CreateAsync(Cancellation);

        var registration = lab.Requests.Single(request => request.Target == "/register");
        var token = DecodedJwt.Parse(registration.Header("Authorization")!["DPoP ".Length..]);
        var registered = Assert.Single(Assert.Single(lab.DeviceClients).Jwks!.Keys);

        Assert.Equal(
            ("mobile-app-jwt-asymmetric", "dcr"),
            (token.ClaimString("client_id"), token.ClaimString("scope"))
        );
        Assert.Equal(registered.Thumbprint(), token.Payload.GetProperty("cnf").GetProperty("jkt").GetString());
        Assert.Equal(registered.Thumbprint(), (await app.TokenManager.GetAccessTokenAsync(Cancellation)).KeyThumbprint);
    }

    [Fact]
    public async Task Without_attestation_and_registration_the_configured_client_gets_the_token()
    {
        await using var lab = await AppFixture.OpenAsync();
        var configuration = lab.Configuration(lab.OldPhone, "mobile-app-secret") with { UseAttestation = false };
        using var manager = new HaapiTokenManager(configuration, lab.MethodOf("mobile-app-secret"));
        using var request = lab.Resource();

        using var response = await manager.SendAsync(request, Cancellation);

        var resource = await response.Content.ReadFromJsonAsync(ProtocolJson.Default.ResourceResponse, Cancellation);
        Assert.Equal("mobile-app-secret", resource!.ClientId);
        Assert.Equal(HaapiPath.ClientAuthentication, manager.Path);
        Assert.Empty(lab.DeviceClients);
    }

    [Fact]
    public async Task Without_a_fallback_the_error_says_what_to_set()
    {
        await using var lab = await AppFixture.OpenAsync();

        var error = await Assert.ThrowsAsync<HaapiException>(() =>
            new HaapiAccessorFactory(lab.Configuration(lab.OldPhone)).CreateAsync(Cancellation)
        );

        Assert.Equal(
            $"Attestation by the platform: Phone with Android 7.1 cannot vouch for the app: {Why(lab)}. "
                + "For such devices, set a DcrConfiguration at the HaapiAccessorFactory, and a client authentication method.",
            error.Message
        );
        Assert.Empty(lab.Requests);
    }

    private static string Why(AppFixture lab) => lab.OldPhone.CannotAttest!.TrimEnd('.');
}
