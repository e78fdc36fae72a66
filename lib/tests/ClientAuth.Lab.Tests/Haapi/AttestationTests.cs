using System.Net.Http.Json;
using ClientAuth.Client.Haapi;
using ClientAuth.Devices;
using ClientAuth.Lab.Devices;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Tests.Haapi;

/// <summary>Where the platform vouches for the app, no client authentication is needed; where the server does not believe it, the fallback is.</summary>
public sealed class AttestationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Phones =>
        [
            .. DevicesFile
                .Read(Checkout.PathOf("data", "devices.json"))
                .SelectMany(device => new[] { (device.Id, "mobile-app"), (device.Id, "mobile-app-debug") }),
        ];

    [Theory]
    [MemberData(nameof(Phones))]
    public async Task Every_phone_takes_the_path_that_its_entry_expects(string id, string clientId)
    {
        await using var lab = await AppFixture.OpenAsync();
        var phone = (LabDevice)lab.Phone(id);
        var policy = clientId == "mobile-app" ? "production" : "emulator-friendly";
        var expected = phone.Simulated.Profile.Expected[policy];

        using var app = await lab.App(phone, clientId).CreateAsync(Cancellation);

        Assert.Equal(expected == "attested" ? HaapiPath.Attestation : HaapiPath.Registration, app.Path);
        var attempts = lab.Server.Exchanges.Snapshot().Where(exchange => exchange.Request.Target == "/cat").ToList();
        Assert.Equal(expected == "unavailable" ? 0 : 1, attempts.Count);
        Assert.Equal(
            expected.StartsWith("rejected:", StringComparison.Ordinal) ? expected["rejected:".Length..] : null,
            attempts.SingleOrDefault()?.Trace.Failure?.Check
        );
        Assert.Equal(200, await lab.CallAsync(app));
    }

    [Fact]
    public async Task An_attested_app_is_known_by_its_key_and_by_nothing_else()
    {
        await using var lab = await AppFixture.OpenAsync();
        using var app = await lab.App(lab.Phone("flagship")).CreateAsync(Cancellation);
        using var request = lab.Resource();
        using var response = await app.TokenManager.SendAsync(request, Cancellation);

        var resource = await response.Content.ReadFromJsonAsync(ProtocolJson.Default.ResourceResponse, Cancellation);

        Assert.Equal(("mobile-app", null), (app.ClientId, app.WhyNotAttested));
        Assert.Equal("mobile-app", resource!.ClientId);
        Assert.Equal(
            ["POST /challenge", "POST /cat", "POST /token", "GET /resource"],
            lab.Requests.Select(sent => sent.ToString())
        );
        Assert.All(lab.Requests, sent => Assert.DoesNotContain("client_secret", sent.Body, StringComparison.Ordinal));
        Assert.All(
            lab.Requests,
            sent => Assert.DoesNotContain("client_assertion", sent.Body, StringComparison.Ordinal)
        );
        Assert.Empty(lab.DeviceClients);
    }

    [Theory]
    [InlineData("flagship")]
    [InlineData("iphone")]
    public async Task A_token_that_ends_is_renewed_from_the_same_attestation_and_that_one_when_it_ends(string id)
    {
        await using var lab = await AppFixture.OpenAsync(options =>
            options with
            {
                Tokens = new() { AccessTokenLifetime = TimeSpan.FromMinutes(1) },
                Apps = options.Apps with { ClientAttestationTokenLifetime = TimeSpan.FromMinutes(2) },
            }
        );
        using var app = await lab.App(lab.Phone(id)).CreateAsync(Cancellation);

        lab.Server.Exchanges.Clear();
        lab.Clock.Advance(TimeSpan.FromSeconds(61));
        await app.TokenManager.GetAccessTokenAsync(Cancellation);
        Assert.Equal(["POST /token"], lab.Requests.Select(sent => sent.ToString()));

        lab.Server.Exchanges.Clear();
        lab.Clock.Advance(TimeSpan.FromSeconds(61));
        await app.TokenManager.GetAccessTokenAsync(Cancellation);
        Assert.Equal(["POST /challenge", "POST /cat", "POST /token"], lab.Requests.Select(sent => sent.ToString()));
    }

    [Fact]
    public async Task An_iphone_whose_key_the_server_has_forgotten_attests_a_new_one()
    {
        await using var lab = await AppFixture.OpenAsync();
        var phone = (LabDevice)lab.Phone("iphone");
        // Attested, and the server never heard of it.
        phone.Simulated.Attest("haapi-attested", "challenge");

        using var app = await lab.App(phone).CreateAsync(Cancellation);

        Assert.Equal(HaapiPath.Attestation, app.Path);
        Assert.Equal(200, await lab.CallAsync(app));
    }

    [Fact]
    public async Task An_app_whose_key_another_start_has_deleted_says_so_and_goes_on_with_a_new_one()
    {
        await using var lab = await AppFixture.OpenAsync();
        var phone = lab.Phone("iphone");
        using var app = await lab.App(phone).CreateAsync(Cancellation);
        phone.DeleteKey("haapi-attested");

        var error = await Assert.ThrowsAsync<HaapiException>(() => lab.CallAsync(app));

        Assert.Equal(
            "Resource: the key that the token is bound to is gone from the device; nothing was sent. Ask again: the next token is bound to another key.",
            error.Message
        );
        Assert.Equal(200, await lab.CallAsync(app));
    }

    [Fact]
    public async Task A_client_that_is_not_registered_to_attest_is_an_error_and_no_reason_to_fall_back()
    {
        await using var lab = await AppFixture.OpenAsync();
        var factory = lab.App(lab.Phone("flagship"), "mobile-app-secret");

        var error = await Assert.ThrowsAsync<HaapiException>(() => factory.CreateAsync(Cancellation));

        Assert.Equal((HaapiStep.ClientAttestationToken, "unauthorized_client"), (error.Step, error.Error));
        Assert.EndsWith(
            "Check that 'mobile-app-secret' is registered for the method none, and that the server knows its app.",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(lab.DeviceClients);
    }

    [Fact]
    public async Task Without_a_fallback_a_rejected_phone_is_told_what_to_set()
    {
        await using var lab = await AppFixture.OpenAsync();

        var error = await Assert.ThrowsAsync<HaapiException>(() =>
            new HaapiAccessorFactory(lab.Configuration(lab.Phone("tampered-app"))).CreateAsync(Cancellation)
        );

        Assert.Equal((HaapiStep.ClientAttestationToken, "invalid_client_attestation"), (error.Step, error.Error));
        Assert.EndsWith(
            "The server's policy rejects the attestation by Flagship with a tampered app. "
                + "For such devices, set a DcrConfiguration at the HaapiAccessorFactory, and a client authentication method.",
            error.Message,
            StringComparison.Ordinal
        );
    }
}
