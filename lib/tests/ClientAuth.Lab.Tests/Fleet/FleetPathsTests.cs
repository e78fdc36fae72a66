using ClientAuth.Client.Haapi;
using ClientAuth.Client.Registration;
using ClientAuth.Lab.Devices;
using ClientAuth.Lab.Expectations;
using ClientAuth.Lab.Fleet;
using ClientAuth.Lab.Testbeds;

namespace ClientAuth.Lab.Tests.Fleet;

/// <summary>A fleet that starts an app, with and without a fallback, under both policies.</summary>
public sealed class FleetPathsTests
{
    private const string Main = "mobile-app-jwt-asymmetric";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("mobile-app", "production")]
    [InlineData("mobile-app-debug", "emulator-friendly")]
    public async Task Every_device_is_judged_as_the_fleet_says_and_the_others_get_a_client_of_their_own(
        string clientId,
        string policy
    )
    {
        await using var lab = await LessonLab.OpenAsync();

        var fleet = await FleetPaths.FindAsync(lab, device => WithFallback(lab, device, clientId), Cancellation);

        fleet.MustBeAsExpected(policy);
        Assert.All(
            lab.Devices.Select(device => fleet[device.Simulated.Profile.Id]),
            path => Assert.Equal(Expected(path, policy), path.Path)
        );
        Assert.Contains("12 of 12 devices have a token", fleet.View().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_fallback_those_that_do_not_attest_have_nothing_and_are_told_why()
    {
        await using var lab = await LessonLab.OpenAsync();

        var fleet = await FleetPaths.FindAsync(
            lab,
            device => new HaapiAccessorFactory(lab.HaapiConfiguration(device)),
            Cancellation
        );

        Assert.Contains("4 of 12 devices have a token", fleet.View().ToString(), StringComparison.Ordinal);
        var (older, tampered) = (fleet["older-than-android-8"], fleet["tampered-app"]);
        Assert.Null(older.Path);
        Assert.Empty(older.Requests);
        Assert.Contains("Android 8.0 is the first that does", older.Why, StringComparison.Ordinal);
        Assert.Equal("android_key.signature_digest", tampered.FailingCheck);
        Assert.StartsWith("The server expected ", tampered.Why, StringComparison.Ordinal);
        Assert.NotEmpty(tampered.Requests);
        Assert.Equal(
            (
                "its platform cannot vouch for the app",
                "the server refused its attestation: android_key.signature_digest"
            ),
            (older.InShort, tampered.InShort)
        );
        Assert.All(lab.Devices, device => Assert.InRange(WordsOf(fleet, device), 1, 8));
        Assert.Equal(
            "Which device takes another path\n0 of 12 devices take another path, the others the same as before; 4 have a token",
            string.Join('\n', fleet.ChangedFrom(fleet).ToString().Split('\n')[..2])
        );
    }

    [Fact]
    public async Task The_chart_says_what_each_request_was_for()
    {
        await using var lab = await LessonLab.OpenAsync();
        var fleet = await FleetPaths.FindAsync(lab, device => WithFallback(lab, device, "mobile-app"), Cancellation);

        var chart = fleet.Chart();

        Assert.Contains("Phone with Android 7.1 4; ", chart.ToString(), StringComparison.Ordinal);
        Assert.All(
            ["challenge", "attestation", "token for the attestation", "initial access token", "registration"],
            (string purpose) => Assert.Contains($"data-series=\"{purpose}\"", chart.ToHtml(), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_fleet_that_is_judged_otherwise_than_expected_is_reported_by_its_first_device()
    {
        await using var lab = await LessonLab.OpenAsync();
        var fleet = await FleetPaths.FindAsync(
            lab,
            device => WithFallback(lab, device, "mobile-app-debug"),
            Cancellation
        );

        var error = Assert.Throws<LessonExpectationException>(() => fleet.MustBeAsExpected("production"));

        Assert.Equal(
            "Android emulator: expected rejected:device.root under the policy 'production', saw attested.",
            error.Message
        );
    }

    [Fact]
    public async Task A_device_that_is_not_there_is_named_with_those_that_are()
    {
        await using var lab = await LessonLab.OpenAsync();
        var fleet = await FleetPaths.FindAsync(lab, device => WithFallback(lab, device, "mobile-app"), Cancellation);

        var error = Assert.Throws<ArgumentException>(() => fleet["toaster"]);

        Assert.StartsWith(
            "There is no device 'toaster'; there are: flagship, ",
            error.Message,
            StringComparison.Ordinal
        );
    }

    private static HaapiPath Expected(DevicePath path, string policy) =>
        path.Device.Simulated.Profile.Expected[policy] == "attested" ? HaapiPath.Attestation : HaapiPath.Registration;

    private static HaapiAccessorFactory WithFallback(LessonLab lab, LabDevice device, string clientId) =>
        new HaapiAccessorFactory(lab.HaapiConfiguration(device, clientId))
            .SetDcrConfiguration(
                new DcrConfiguration("mobile-app-device-key", new Uri(lab.Server.Metadata.RegistrationEndpoint!))
                {
                    MainClientId = Main,
                }
            )
            .SetClientAuthenticationMethodConfiguration(RegisteredMethod.Of(lab.Client(Main)));

    private static int WordsOf(FleetPaths fleet, LabDevice device) =>
        fleet[device.Simulated.Profile.Id].InShort.Split(' ').Length;
}
