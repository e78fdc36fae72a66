using ClientAuth.Client.Haapi;
using ClientAuth.Client.Platform;
using ClientAuth.Client.Registration;
using ClientAuth.MockServer.Faults;

namespace ClientAuth.Lab.Tests.Haapi;

/// <summary>
/// Whatever happens to one answer of an app's start, that start says what, the next one ends in a token, and the server holds one
/// client of the device: none is lost, and none is there twice.
/// </summary>
public sealed class FallbackFaultTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int, string> Registration => Table(FallbackStep.OfRegistration);

    public static TheoryData<int, string> Attestation => Table(FallbackStep.OfAttestation);

    [Theory]
    [MemberData(nameof(Registration))]
    public async Task A_fault_while_a_device_registers_is_named_and_the_next_start_mends_it(int index, string name)
    {
        await using var lab = await AppFixture.OpenAsync();
        var (step, fault) = (FallbackStep.OfRegistration[index], FallbackFault.Named(name));

        await FailAsync(lab, lab.OldPhone, step, fault);

        using var second = await lab.App(lab.OldPhone).CreateAsync(Cancellation);
        using var third = await lab.App(lab.OldPhone).CreateAsync(Cancellation);
        var client = Assert.Single(lab.DeviceClients);
        Assert.Equal((client.ClientId, client.ClientId), (second.ClientId, third.ClientId));
        Assert.Equal(200, await lab.CallAsync(second));
    }

    [Theory]
    [MemberData(nameof(Attestation))]
    public async Task A_server_in_trouble_during_attestation_is_an_error_and_no_reason_to_fall_back(
        int index,
        string name
    )
    {
        await using var lab = await AppFixture.OpenAsync();
        var phone = lab.Phone("flagship");

        await FailAsync(lab, phone, FallbackStep.OfAttestation[index], FallbackFault.Named(name));

        Assert.Empty(lab.DeviceClients);
        using var second = await lab.App(phone).CreateAsync(Cancellation);
        Assert.Equal(HaapiPath.Attestation, second.Path);
    }

    // App Attest attests a key once: what the server never heard of, it must hear again.
    [Theory]
    [MemberData(nameof(Attestation))]
    public async Task An_iphone_attests_itself_at_the_next_start_as_well(int index, string name)
    {
        await using var lab = await AppFixture.OpenAsync();
        var phone = lab.Phone("iphone");

        await FailAsync(lab, phone, FallbackStep.OfAttestation[index], FallbackFault.Named(name));

        using var second = await lab.App(phone).CreateAsync(Cancellation);
        Assert.Equal(HaapiPath.Attestation, second.Path);
        Assert.Equal(200, await lab.CallAsync(second));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_at_the_resource_is_named_and_the_token_stays(string name)
    {
        await using var lab = await AppFixture.OpenAsync();
        using var app = await lab.App(lab.OldPhone).CreateAsync(Cancellation);
        var fault = FallbackFault.Named(name);
        lab.Server.Faults.Add(FaultPoint.Resource, fault.Fault, times: 1);

        // What a resource answers is its caller's; only what is no answer is an error.
        if (fault.Fault is Fault.Response or Fault.WrongContentType)
        {
            Assert.Equal(fault.Fault is Fault.WrongContentType ? 200 : Status(fault), await lab.CallAsync(app));
        }
        else
        {
            var error = await Assert.ThrowsAsync<HaapiException>(() =>
                fault.IsLate
                    ? lab.UntilTooLateAsync(FaultPoint.Resource, before: 0, () => lab.CallAsync(app))
                    : lab.CallAsync(app)
            );
            Assert.Equal(HaapiStep.Resource, error.Step);
            Assert.Contains(fault.Says, error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(200, await lab.CallAsync(app));
        Assert.Single(lab.DeviceClients);
    }

    [Theory]
    [InlineData("older-than-android-8", HaapiStep.InitialAccessToken)]
    [InlineData("flagship", HaapiStep.Challenge)]
    public async Task A_refused_handshake_is_named_and_the_next_start_goes_on(string id, HaapiStep step)
    {
        await using var lab = await AppFixture.OpenAsync();
        lab.Server.Faults.Add(FaultPoint.Connection, new Fault.RefusedHandshake(), times: 1);

        var error = await Assert.ThrowsAsync<HaapiException>(() => lab.App(lab.Phone(id)).CreateAsync(Cancellation));

        Assert.Equal(step, error.Step);
        Assert.Contains(
            "the server closed the connection. Nothing of the request was sent.",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(lab.DeviceClients);
        using var second = await lab.App(lab.Phone(id)).CreateAsync(Cancellation);
        Assert.Equal(200, await lab.CallAsync(second));
    }

    // The device's own client has connections of its own: here the handshake comes after the registration.
    [Theory]
    [InlineData("mobile-app-device-key", "mobile-app-jwt-asymmetric", DeviceCredential.Key)]
    [InlineData("mobile-app-device-certificate", "mobile-app-mtls", DeviceCredential.Certificate)]
    public async Task A_handshake_that_is_refused_to_the_new_client_leaves_it_registered(
        string template,
        string mainClient,
        DeviceCredential credential
    )
    {
        await using var lab = await AppFixture.OpenAsync();
        var phone = new WatchedPhone(lab.OldPhone)
        {
            OnWrite = () => lab.Server.Faults.Add(FaultPoint.Connection, new Fault.RefusedHandshake(), times: 1),
        };
        var factory = lab.App(phone, template, credential, mainClient);

        var error = await Assert.ThrowsAsync<HaapiException>(() => factory.CreateAsync(Cancellation));

        Assert.Equal(HaapiStep.DeviceToken, error.Step);
        using var second = await factory.CreateAsync(Cancellation);
        Assert.Equal(second.ClientId, Assert.Single(lab.DeviceClients).ClientId);
    }

    public static TheoryData<string> Faults => [.. FallbackFault.All.Select(fault => fault.Name)];

    private static int Status(FallbackFault fault) =>
        fault.Name switch
        {
            "500" => 500,
            "429" => 429,
            _ => 503,
        };

    private static async Task FailAsync(AppFixture lab, DevicePlatform phone, FallbackStep step, FallbackFault fault)
    {
        step.Script(lab.Server.Faults, fault.Fault);

        var error = await Assert.ThrowsAsync<HaapiException>(() =>
            fault.IsLate ? lab.UntilTooLateAsync(step.At, step.Before, StartAsync) : StartAsync()
        );

        Assert.Equal((step.Step, null), (error.Step, error.Error));
        Assert.Contains(fault.Says, error.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);

        async Task StartAsync() => (await lab.App(phone).CreateAsync(Cancellation)).Dispose();
    }

    private static TheoryData<int, string> Table(IReadOnlyList<FallbackStep> steps) =>
        [
            .. Enumerable
                .Range(0, steps.Count)
                .SelectMany(index => FallbackFault.All.Select(fault => (index, fault.Name))),
        ];
}
