using ClientAuth.Client.Haapi;
using ClientAuth.Client.Registration;
using ClientAuth.MockServer.Faults;
using Method = ClientAuth.Client.ClientAuthenticationMethodConfiguration;

namespace ClientAuth.Lab.Tests.Haapi;

/// <summary>
/// "When you configure a DcrConfiguration or set useAttestation to false, the client authentication method must be set to something
/// other than None. Otherwise the flow fails before reaching the server": the server's log is empty, and nobody has connected.
/// </summary>
public sealed class MethodGuardTests
{
    private const string Remedy =
        "Nothing was sent. Either set Secret, Mtls, SignedJwt.Symmetric or SignedJwt.Asymmetric with SetClientAuthenticationMethodConfiguration "
        + "(or as the method of the HaapiTokenManager), or ";

    private const string Opens = "so 'main' must prove who it is to open the template 'template'";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, true, $"A DcrConfiguration is set, {Opens}", "leave the DcrConfiguration out.")]
    [InlineData(
        false,
        false,
        "UseAttestation is false, so 'mobile-app' must prove who it is",
        "set UseAttestation to true."
    )]
    [InlineData(
        true,
        false,
        $"A DcrConfiguration is set and UseAttestation is false, {Opens}",
        "leave the DcrConfiguration out and set UseAttestation to true."
    )]
    public async Task None_is_refused_before_anybody_connects(
        bool withDcr,
        bool useAttestation,
        string reason,
        string alternative
    )
    {
        await using var lab = await WatchedAsync();
        var factory = new HaapiAccessorFactory(
            lab.Configuration(lab.Phone("flagship")) with
            {
                UseAttestation = useAttestation,
            }
        ).SetDcrConfiguration(withDcr ? Dcr(lab) : null);

        var error = await Assert.ThrowsAsync<ClientAuthenticationMethodRequiredException>(() =>
            factory.CreateAsync(Cancellation)
        );

        Assert.Equal($"{reason}, but its client authentication method is None. {Remedy}{alternative}", error.Message);
        AssertUntouched(lab);
    }

    [Fact]
    public async Task None_that_is_set_by_name_is_refused_as_well()
    {
        await using var lab = await WatchedAsync();

        await Assert.ThrowsAsync<ClientAuthenticationMethodRequiredException>(() =>
            new HaapiAccessorFactory(lab.Configuration(lab.OldPhone))
                .SetClientAuthenticationMethodConfiguration(new Method.None())
                .SetDcrConfiguration(Dcr(lab))
                .CreateAsync(Cancellation)
        );

        AssertUntouched(lab);
    }

    [Fact]
    public async Task No_method_at_all_is_refused_as_none_is()
    {
        await using var lab = await WatchedAsync();

        await Assert.ThrowsAsync<ClientAuthenticationMethodRequiredException>(() =>
            new HaapiAccessorFactory(lab.Configuration(lab.OldPhone))
                .SetDcrConfiguration(Dcr(lab))
                .SetClientAuthenticationMethodConfiguration(null)
                .CreateAsync(Cancellation)
        );

        AssertUntouched(lab);
    }

    [Theory]
    [InlineData("http://localhost/register")]
    [InlineData("/register")]
    public async Task A_registration_endpoint_without_tls_is_refused_before_anybody_connects(string address)
    {
        await using var lab = await WatchedAsync();
        var dcr = Dcr(lab) with { ClientRegistrationEndpointUri = new Uri(address, UriKind.RelativeOrAbsolute) };

        var error = Assert.Throws<ArgumentException>(() =>
            new HaapiAccessorFactory(lab.Configuration(lab.OldPhone)).SetDcrConfiguration(dcr)
        );

        Assert.StartsWith(
            $"The ClientRegistrationEndpointUri '{address}' is no absolute https URL; an initial access token does not travel without TLS (RFC 7591 §5).",
            error.Message,
            StringComparison.Ordinal
        );
        AssertUntouched(lab);
    }

    [Fact]
    public async Task A_token_manager_without_attestation_is_refused_at_construction()
    {
        await using var lab = await WatchedAsync();
        var configuration = lab.Configuration(lab.OldPhone) with { UseAttestation = false };

        Assert.Throws<ClientAuthenticationMethodRequiredException>(() => new HaapiTokenManager(configuration));

        AssertUntouched(lab);
    }

    [Fact]
    public async Task A_method_that_is_added_later_is_enough()
    {
        await using var lab = await AppFixture.OpenAsync();
        var factory = new HaapiAccessorFactory(lab.Configuration(lab.OldPhone)).SetDcrConfiguration(
            lab.Dcr("mobile-app-device-key", DeviceCredential.Key, "mobile-app-jwt-asymmetric")
        );
        await Assert.ThrowsAsync<ClientAuthenticationMethodRequiredException>(() => factory.CreateAsync(Cancellation));
        Assert.Empty(lab.Server.Exchanges.Snapshot());

        factory.SetClientAuthenticationMethodConfiguration(lab.MethodOf("mobile-app-jwt-asymmetric"));
        using var app = await factory.CreateAsync(Cancellation);

        Assert.Equal(HaapiPath.Registration, app.Path);
    }

    [Fact]
    public async Task The_order_of_the_setters_does_not_matter()
    {
        await using var lab = await AppFixture.OpenAsync();

        using var app = await new HaapiAccessorFactory(lab.Configuration(lab.OldPhone))
            .SetClientAuthenticationMethodConfiguration(lab.MethodOf("mobile-app-jwt-asymmetric"))
            .SetDcrConfiguration(lab.Dcr("mobile-app-device-key", DeviceCredential.Key, "mobile-app-jwt-asymmetric"))
            .CreateAsync(Cancellation);

        Assert.Equal(HaapiPath.Registration, app.Path);
    }

    private static DcrConfiguration Dcr(AppFixture lab) => lab.Dcr("template", DeviceCredential.Key, "main");

    // Whoever connects would be counted, even where no request came of it.
    private static async Task<AppFixture> WatchedAsync()
    {
        var lab = await AppFixture.OpenAsync();
        lab.Server.Faults.Add(FaultPoint.Connection, new Fault.RefusedHandshake());
        return lab;
    }

    private static void AssertUntouched(AppFixture lab)
    {
        Assert.Empty(lab.Server.Exchanges.Snapshot());
        Assert.Equal(0, lab.Server.Faults.Seen(FaultPoint.Connection));
    }
}
