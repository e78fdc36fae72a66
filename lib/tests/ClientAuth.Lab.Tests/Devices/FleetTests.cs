using ClientAuth.Client;
using ClientAuth.Client.Haapi;
using ClientAuth.Client.Registration;
using ClientAuth.Devices;
using ClientAuth.Lab.Repository;

namespace ClientAuth.Lab.Tests.Devices;

/// <summary>Every phone of <c>data/devices.json</c> under each policy of the server: by attestation, by the fallback, or not at all.</summary>
public sealed class FleetTests
{
    private const string Attested = "attested";
    private const string Unavailable = "unavailable";
    private const string Rejected = "rejected:";

    public static TheoryData<string, string> PhonesAndPolicies =>
        [
            .. DevicesFile
                .Read(RepositoryData.PathOf("devices.json"))
                .SelectMany(phone => phone.Expected.Keys.Select(policy => (phone.Id, policy))),
        ];

    [Theory]
    [MemberData(nameof(PhonesAndPolicies))]
    public async Task With_a_fallback_each_phone_gets_a_token_by_its_path(string phone, string policy)
    {
        await using var lab = await LessonLab.OpenAsync();
        var device = lab.Devices[phone];
        var main = lab.Client("mobile-app-jwt-asymmetric");

        using var accessor = await new HaapiAccessorFactory(lab.HaapiConfiguration(device, ClientOf(policy)))
            .SetDcrConfiguration(
                new DcrConfiguration("mobile-app-device-key", new Uri(lab.Server.Metadata.RegistrationEndpoint!))
                {
                    MainClientId = main.Registration.ClientId,
                }
            )
            .SetClientAuthenticationMethodConfiguration(
                new ClientAuthenticationMethodConfiguration.SignedJwt.Asymmetric(main.PrivateKey!, "ES256", main.KeyId)
            )
            .CreateAsync(TestContext.Current.CancellationToken);

        var expected = device.Simulated.Profile.Expected[policy];
        Assert.Equal(expected == Attested ? HaapiPath.Attestation : HaapiPath.Registration, accessor.Path);
        Assert.Equal(expected == Attested ? null : WhyNot(device.Simulated, expected), accessor.WhyNotAttested);
        Assert.Equal(FailuresOf(expected), FailingChecks(lab));
    }

    [Theory]
    [MemberData(nameof(PhonesAndPolicies))]
    public async Task Without_a_fallback_each_phone_attests_itself_or_is_told_why_it_cannot(string phone, string policy)
    {
        await using var lab = await LessonLab.OpenAsync();
        var device = lab.Devices[phone];
        var expected = device.Simulated.Profile.Expected[policy];
        var factory = new HaapiAccessorFactory(lab.HaapiConfiguration(device, ClientOf(policy)));

        if (expected == Attested)
        {
            using var accessor = await factory.CreateAsync(TestContext.Current.CancellationToken);
            Assert.Equal(HaapiPath.Attestation, accessor.Path);
            return;
        }

        var error = await Assert.ThrowsAsync<HaapiException>(() =>
            factory.CreateAsync(TestContext.Current.CancellationToken)
        );

        Assert.Contains("DcrConfiguration", error.Message, StringComparison.Ordinal);
        Assert.Contains(
            expected == Unavailable ? WhyNot(device.Simulated, expected) : "invalid_client_attestation",
            error.Message
        );
        Assert.Equal(FailuresOf(expected), FailingChecks(lab));
    }

    private static string ClientOf(string policy) => policy == "production" ? "mobile-app" : "mobile-app-debug";

    // A nonce that is asked for once more is no failure of the phone.
    private static string[] FailingChecks(LessonLab lab) =>
        [
            .. lab
                .Server.Exchanges.Snapshot()
                .Select(exchange => exchange.Trace.Failure?.Check)
                .OfType<string>()
                .Where(check => check != "dpop.nonce"),
        ];

    private static string[] FailuresOf(string expected) =>
        expected.StartsWith(Rejected, StringComparison.Ordinal) ? [expected[Rejected.Length..]] : [];

    private static string WhyNot(SimulatedDevice device, string expected) =>
        expected == Unavailable
            ? $"{device.Profile.Name} cannot vouch for the app: {device.CannotAttest!.TrimEnd('.')}."
            : $"the server rejects the attestation by {device.Profile.Name} (invalid_client_attestation).";
}
