using System.Web;
using ClientAuth.Client.Haapi;
using ClientAuth.Client.Registration;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Tests.Statements;

/// <summary>What the SDK's documentation says of attestation and of what takes its place, each statement proven by a test of its name.</summary>
public sealed class AttestationStatementTests
{
    private const string Main = "mobile-app-jwt-asymmetric";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("flagship")]
    [InlineData("iphone")]
    public async Task For_most_production_mobile_apps_client_authentication_happens_transparently(string device)
    {
        await using var lab = await LessonLab.OpenAsync();

        // The app says which client it is, and no more.
        using var accessor = await new HaapiAccessorFactory(lab.HaapiConfiguration(lab.Devices[device])).CreateAsync(
            Cancellation
        );

        Assert.Equal("mobile-app", accessor.ClientId);
        Assert.NotNull(await accessor.TokenManager.GetAccessTokenAsync(Cancellation));
    }

    [Fact]
    public async Task Attestation_handles_client_identity()
    {
        await using var lab = await LessonLab.OpenAsync();
        var factory = new HaapiAccessorFactory(lab.HaapiConfiguration(lab.Devices["flagship"]));
        var stranger = new HaapiAccessorFactory(lab.HaapiConfiguration(lab.Devices["tampered-app"]));

        using var accessor = await factory.CreateAsync(Cancellation);
        var error = await Assert.ThrowsAsync<HaapiException>(() => stranger.CreateAsync(Cancellation));

        Assert.Equal(HaapiPath.Attestation, accessor.Path);
        // The same client_id from the same kind of phone, by an app that somebody else has signed.
        Assert.Equal(OAuthErrors.InvalidClientAttestation, error.Error);
        Assert.Equal("android_key.signature_digest", lab.LastExchange.Trace.Failure!.Check);
    }

    [Fact]
    public async Task The_OAuth_client_configured_for_HAAPI_uses_no_authentication()
    {
        await using var lab = await LessonLab.OpenAsync();

        using var accessor = await new HaapiAccessorFactory(
            lab.HaapiConfiguration(lab.Devices["flagship"])
        ).CreateAsync(Cancellation);

        Assert.Equal(
            TokenEndpointAuthMethods.None,
            lab.Server.Clients.Find(accessor.ClientId)!.TokenEndpointAuthMethod
        );
        Assert.All(lab.Server.Exchanges.Snapshot(), AssertNothingAuthenticates);
    }

    [Theory]
    [InlineData("simulator", "device.root")]
    [InlineData("uncertified-hardware", "device.root")]
    [InlineData("unlocked-boot-loader", "android_key.boot_state")]
    public async Task Hardware_backed_attestation_already_proves_the_clients_authenticity(string device, string check)
    {
        await using var lab = await LessonLab.OpenAsync();
        var hardware = new HaapiAccessorFactory(lab.HaapiConfiguration(lab.Devices["flagship"]));
        var nothingOfTheSort = new HaapiAccessorFactory(lab.HaapiConfiguration(lab.Devices[device]));

        using var accessor = await hardware.CreateAsync(Cancellation);
        await Assert.ThrowsAsync<HaapiException>(() => nothingOfTheSort.CreateAsync(Cancellation));

        Assert.Equal(check, lab.LastExchange.Trace.Failure!.Check);
    }

    [Fact]
    public Task Older_devices_must_authenticate_by_another_method() =>
        AssertNeedsAnotherMethodAsync("older-than-android-8");

    [Fact]
    public Task Simulators_must_authenticate_by_another_method() => AssertNeedsAnotherMethodAsync("simulator");

    [Fact]
    public async Task Any_flow_that_uses_the_DCR_fallback_must_authenticate_by_another_method()
    {
        await using var lab = await LessonLab.OpenAsync();
        var device = lab.Devices["simulator"];
        var dcr = Fallback(lab) with { MainClientId = "mobile-app" };

        // The client that attests is registered for no authentication, and a template is opened by proof alone.
        var error = await Assert.ThrowsAsync<HaapiException>(() =>
            new HaapiAccessorFactory(lab.HaapiConfiguration(device))
                .SetDcrConfiguration(dcr)
                .SetClientAuthenticationMethodConfiguration(RegisteredMethod.Of(lab.Client(Main)))
                .CreateAsync(Cancellation)
        );

        Assert.Equal(HaapiStep.InitialAccessToken, error.Step);
        Assert.DoesNotContain(
            lab.Server.Exchanges.Snapshot(),
            exchange => exchange.Request.Target.StartsWith("/register", StringComparison.Ordinal)
        );
    }

    private static async Task AssertNeedsAnotherMethodAsync(string device)
    {
        await using var lab = await LessonLab.OpenAsync();
        var configuration = lab.HaapiConfiguration(lab.Devices[device]);

        await Assert.ThrowsAsync<HaapiException>(() =>
            new HaapiAccessorFactory(configuration).CreateAsync(Cancellation)
        );
        using var accessor = await new HaapiAccessorFactory(configuration)
            .SetDcrConfiguration(Fallback(lab))
            .SetClientAuthenticationMethodConfiguration(RegisteredMethod.Of(lab.Client(Main)))
            .CreateAsync(Cancellation);

        Assert.Equal(HaapiPath.Registration, accessor.Path);
        Assert.NotNull(accessor.WhyNotAttested);
        Assert.NotEqual(
            TokenEndpointAuthMethods.None,
            lab.Server.Clients.Find(accessor.ClientId)!.TokenEndpointAuthMethod
        );
    }

    private static DcrConfiguration Fallback(LessonLab lab) =>
        new("mobile-app-device-key", new Uri(lab.Server.Metadata.RegistrationEndpoint!)) { MainClientId = Main };

    private static void AssertNothingAuthenticates(RecordedExchange exchange)
    {
        Assert.Null(exchange.Request.Header("Authorization"));
        Assert.Null(exchange.Tls.ClientCertificate);
        var form = HttpUtility.ParseQueryString(exchange.Request.Body);
        Assert.Null(form["client_secret"]);
        Assert.Null(form["client_assertion"]);
    }
}
