using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using ClientAuth.Client.Haapi;
using ClientAuth.Client.Registration;
using ClientAuth.MockServer.Faults;

namespace ClientAuth.Lab.Tests.Haapi;

/// <summary>The device's client between its registration and its end: forgotten, switched off, damaged, withdrawn.</summary>
public sealed class RegistrationLifeTests
{
    private const string AnyKey = "haapi-device-client";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, DeviceCredential> Templates => FallbackTests.Templates;

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task A_client_that_the_server_has_forgotten_is_registered_anew_at_the_next_start(
        string template,
        string mainClient,
        DeviceCredential credential
    )
    {
        await using var lab = await AppFixture.OpenAsync();
        var factory = lab.App(lab.OldPhone, template, credential, mainClient);
        using var first = await factory.CreateAsync(Cancellation);
        lab.Server.Clients.Remove(first.ClientId);

        using var second = await factory.CreateAsync(Cancellation);
        using var third = await factory.CreateAsync(Cancellation);

        Assert.NotEqual(first.ClientId, second.ClientId);
        Assert.Equal(second.ClientId, third.ClientId);
        Assert.Equal(second.ClientId, Assert.Single(lab.DeviceClients).ClientId);
    }

    [Fact]
    public async Task A_client_that_is_forgotten_while_the_app_runs_is_registered_anew_when_its_token_ends()
    {
        await using var lab = await AppFixture.OpenAsync();
        using var app = await lab.App(lab.OldPhone).CreateAsync(Cancellation);
        lab.Server.Clients.Remove(app.ClientId);
        lab.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(200, await lab.CallAsync(app));

        Assert.Single(lab.DeviceClients);
    }

    [Fact]
    public async Task A_client_that_is_forgotten_between_registration_and_token_is_registered_once_more()
    {
        await using var lab = await AppFixture.OpenAsync();
        var forgotten = new List<string>();
        var phone = new WatchedPhone(lab.OldPhone)
        {
            OnWrite = () =>
            {
                if (forgotten is [])
                {
                    forgotten.Add(lab.DeviceClients.Single().ClientId);
                    lab.Server.Clients.Remove(forgotten[0]);
                }
            },
        };

        using var app = await lab.App(phone).CreateAsync(Cancellation);

        Assert.DoesNotContain(app.ClientId, forgotten);
        Assert.Equal(app.ClientId, Assert.Single(lab.DeviceClients).ClientId);
    }

    [Fact]
    public async Task A_client_that_is_switched_off_is_asked_for_once_more_and_then_it_is_an_error()
    {
        await using var lab = await AppFixture.OpenAsync();
        using var first = await lab.App(lab.OldPhone).CreateAsync(Cancellation);
        lab.Server.Clients.Disable(first.ClientId);
        lab.Server.Exchanges.Clear();

        var error = await Assert.ThrowsAsync<HaapiException>(() => lab.App(lab.OldPhone).CreateAsync(Cancellation));

        Assert.Equal((HaapiStep.DeviceToken, "invalid_client"), (error.Step, error.Error));
        Assert.Equal(
            $"Access token of the device's client: the server refused '{first.ClientId}' with 401 invalid_client (client authentication failed). "
                + "The device's client was registered again just before. The operator may have disabled it, or the template may be for another credential.",
            error.Message
        );
        Assert.Single(lab.Requests, request => request.Target == "/register");
        Assert.Equal(first.ClientId, Assert.Single(lab.DeviceClients).ClientId);

        lab.Server.Clients.Enable(first.ClientId);
        using var again = await lab.App(lab.OldPhone).CreateAsync(Cancellation);
        Assert.Equal(first.ClientId, again.ClientId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"issuer":"https://elsewhere.example"}""")]
    [InlineData("""{"issuer":1,"issuer":2}""")]
    public async Task An_entry_that_is_damaged_leads_to_the_same_client_again(string entry)
    {
        await using var lab = await AppFixture.OpenAsync();
        using var first = await lab.App(lab.OldPhone).CreateAsync(Cancellation);
        var name = await EntryNameAsync(lab);
        lab.OldPhone.Storage.Write(name, entry);

        using var second = await lab.App(lab.OldPhone).CreateAsync(Cancellation);

        Assert.Equal(first.ClientId, second.ClientId);
        Assert.Equal(first.ClientId, Assert.Single(lab.DeviceClients).ClientId);
        Assert.NotEqual(entry, lab.OldPhone.Storage.Read(name));
    }

    // Either way there is no certificate that the device could present.
    [Theory]
    [InlineData(null)]
    [InlineData("AAAA")]
    public async Task A_stored_certificate_that_is_none_of_the_devices_is_replaced(string? damaged)
    {
        await using var lab = await AppFixture.OpenAsync();
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var another = new CertificateRequest("CN=another", stranger, HashAlgorithmName.SHA256).CreateSelfSigned(
            lab.Clock.GetUtcNow(),
            lab.Clock.GetUtcNow().AddYears(1)
        );
        var names = new List<string>();
        var factory = lab.App(
            new WatchedPhone(lab.OldPhone) { OnRead = names.Add },
            "mobile-app-device-certificate",
            DeviceCredential.Certificate,
            "mobile-app-mtls"
        );
        (await factory.CreateAsync(Cancellation)).Dispose();
        var entry = JsonNode.Parse(lab.OldPhone.Storage.Read(names[0])!)!;
        entry["certificate"] = damaged ?? Convert.ToBase64String(another.RawData);
        lab.OldPhone.Storage.Write(names[0], entry.ToJsonString());

        using var app = await factory.CreateAsync(Cancellation);

        Assert.Equal(HaapiPath.Registration, app.Path);
        Assert.Equal(app.ClientId, Assert.Single(lab.DeviceClients).ClientId);
    }

    [Fact]
    public async Task A_device_that_has_lost_its_key_withdraws_the_client_of_the_old_one()
    {
        await using var lab = await AppFixture.OpenAsync();
        using var first = await lab.App(lab.OldPhone).CreateAsync(Cancellation);
        lab.OldPhone.DeleteKey(AnyKey);

        using var second = await lab.App(lab.OldPhone).CreateAsync(Cancellation);

        Assert.NotEqual(first.ClientId, second.ClientId);
        Assert.Equal(second.ClientId, Assert.Single(lab.DeviceClients).ClientId);
    }

    [Fact]
    public async Task A_client_that_its_device_withdraws_is_gone_with_its_tokens_and_the_next_token_registers_another()
    {
        await using var lab = await AppFixture.OpenAsync();
        using var app = await lab.App(lab.OldPhone).CreateAsync(Cancellation);
        var first = Assert.Single(lab.DeviceClients);

        await app.WithdrawRegistrationAsync(Cancellation);

        Assert.Empty(lab.DeviceClients);
        Assert.Equal(200, await lab.CallAsync(app));
        Assert.NotEqual(first.ClientId, Assert.Single(lab.DeviceClients).ClientId);
    }

    [Fact]
    public async Task A_server_that_is_too_busy_to_withdraw_a_client_has_not_withdrawn_it()
    {
        await using var lab = await AppFixture.OpenAsync();
        using var app = await lab.App(lab.OldPhone).CreateAsync(Cancellation);
        lab.Server.Faults.Add(
            FaultPoint.ClientConfiguration,
            Fault.Response.TooManyRequests(TimeSpan.FromSeconds(7), "slow_down"),
            times: 1
        );

        var error = await Assert.ThrowsAsync<HaapiException>(() => app.WithdrawRegistrationAsync(Cancellation));

        Assert.Equal((HaapiStep.Registration, TimeSpan.FromSeconds(7)), (error.Step, error.RetryAfter));
        Assert.Equal(app.ClientId, Assert.Single(lab.DeviceClients).ClientId);
        await app.WithdrawRegistrationAsync(Cancellation);
        Assert.Empty(lab.DeviceClients);
    }

    [Fact]
    public async Task An_attested_app_has_no_client_of_its_own_to_withdraw()
    {
        await using var lab = await AppFixture.OpenAsync();
        using var app = await lab.App(lab.Phone("flagship")).CreateAsync(Cancellation);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            app.WithdrawRegistrationAsync(Cancellation)
        );

        Assert.Equal(
            "On the path Attestation the device has no client of its own to withdraw; 'mobile-app' is the same on each device.",
            error.Message
        );
    }

    private static async Task<string> EntryNameAsync(AppFixture lab)
    {
        var names = new List<string>();
        var phone = new WatchedPhone(lab.OldPhone) { OnRead = names.Add };
        (await lab.App(phone).CreateAsync(Cancellation)).Dispose();
        return Assert.Single(names);
    }
}
