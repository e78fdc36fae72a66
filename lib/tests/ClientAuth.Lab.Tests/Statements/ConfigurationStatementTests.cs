using ClientAuth.Client;
using ClientAuth.Client.Haapi;
using ClientAuth.Client.Registration;
using ClientAuth.Lab.Testbeds;

namespace ClientAuth.Lab.Tests.Statements;

/// <summary>What the SDK's documentation says of the configuration, each statement proven by a test of its name.</summary>
public sealed class ConfigurationStatementTests
{
    private static readonly ClientAuthenticationMethodConfiguration None =
        new ClientAuthenticationMethodConfiguration.None();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("flagship")]
    [InlineData("older-than-android-8")]
    public async Task With_a_DcrConfiguration_the_method_must_be_set_to_something_other_than_None(string device)
    {
        await using var lab = await LessonLab.OpenAsync();
        var factory = new HaapiAccessorFactory(lab.HaapiConfiguration(lab.Devices[device])).SetDcrConfiguration(
            Fallback(lab)
        );

        var unset = await RefusedAsync(factory);
        var none = await RefusedAsync(factory.SetClientAuthenticationMethodConfiguration(None));

        Assert.Contains("A DcrConfiguration is set", unset.Message, StringComparison.Ordinal);
        Assert.Equal(unset.Message, none.Message);
        using var accessor = await factory
            .SetClientAuthenticationMethodConfiguration(RegisteredMethod.Of(lab.Client("mobile-app-jwt-asymmetric")))
            .CreateAsync(Cancellation);
        Assert.NotEmpty(lab.Server.Exchanges.Snapshot());
    }

    [Fact]
    public async Task With_useAttestation_false_the_method_must_be_set_to_something_other_than_None()
    {
        await using var lab = await LessonLab.OpenAsync();
        const string App = "mobile-app-secret";
        var configuration = lab.HaapiConfiguration(lab.Devices["flagship"], App) with { UseAttestation = false };

        var unset = await RefusedAsync(new HaapiAccessorFactory(configuration));
        Assert.Throws<ClientAuthenticationMethodRequiredException>(() => new HaapiTokenManager(configuration, None));

        Assert.StartsWith(
            $"UseAttestation is false, so '{App}' must prove who it is",
            unset.Message,
            StringComparison.Ordinal
        );
        using var accessor = await new HaapiAccessorFactory(configuration)
            .SetClientAuthenticationMethodConfiguration(RegisteredMethod.Of(lab.Client(App)))
            .CreateAsync(Cancellation);
        Assert.Equal(HaapiPath.ClientAuthentication, accessor.Path);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task Otherwise_the_flow_fails_before_reaching_the_server(bool useAttestation, bool registers)
    {
        await using var lab = await LessonLab.OpenAsync();
        var configuration = lab.HaapiConfiguration(lab.Devices["simulator"]) with { UseAttestation = useAttestation };
        var factory = new HaapiAccessorFactory(configuration).SetDcrConfiguration(registers ? Fallback(lab) : null);

        var error = await RefusedAsync(factory);

        Assert.Contains("Nothing was sent", error.Message, StringComparison.Ordinal);
        Assert.Empty(lab.Server.Exchanges.Snapshot());
    }

    private static Task<ClientAuthenticationMethodRequiredException> RefusedAsync(HaapiAccessorFactory factory) =>
        Assert.ThrowsAsync<ClientAuthenticationMethodRequiredException>(() => factory.CreateAsync(Cancellation));

    private static DcrConfiguration Fallback(LessonLab lab) =>
        new("mobile-app-device-key", new Uri(lab.Server.Metadata.RegistrationEndpoint!))
        {
            MainClientId = "mobile-app-jwt-asymmetric",
        };
}
