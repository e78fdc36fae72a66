using ClientAuth.Client;
using ClientAuth.Client.Haapi;
using ClientAuth.Client.Registration;
using Method = ClientAuth.Client.ClientAuthenticationMethodConfiguration;

namespace ClientAuth.Lab.Tests.Haapi;

/// <summary>A fallback that is set up wrongly says at which step it failed, and what to change.</summary>
public sealed class MisconfiguredFallbackTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_secret_is_the_main_clients()
    {
        await using var lab = await AppFixture.OpenAsync();
        var factory = lab.App(lab.OldPhone, "mobile-app-device-secret", DeviceCredential.Secret, "mobile-app-secret")
            .SetClientAuthenticationMethodConfiguration(new Method.Secret("guessed"));

        await AssertFailsAsync(
            factory,
            HaapiStep.InitialAccessToken,
            "Initial access token: the server refused 'mobile-app-secret' with 401 invalid_client (client authentication failed). "
                + "Check that 'mobile-app-secret' is registered for client_secret_basic, and that the credential is the registered one."
        );
    }

    [Fact]
    public async Task A_main_client_that_may_not_register_is_named()
    {
        await using var lab = await AppFixture.OpenAsync();
        var factory = lab.App(lab.OldPhone, "mobile-app-device-key", DeviceCredential.Key, "mobile-app-jwt-symmetric")
            .SetClientAuthenticationMethodConfiguration(lab.MethodOf("mobile-app-jwt-symmetric"));

        var error = await Assert.ThrowsAsync<HaapiException>(() => factory.CreateAsync(Cancellation));

        Assert.Equal(HaapiStep.InitialAccessToken, error.Step);
        Assert.Contains("'mobile-app-jwt-symmetric'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_of_another_main_client_is_named()
    {
        await using var lab = await AppFixture.OpenAsync();

        await AssertFailsAsync(
            lab.App(lab.OldPhone, "mobile-app-device-key", DeviceCredential.Key, "mobile-app-secret"),
            HaapiStep.Registration,
            "Registration of the device's client: the server refused 'Phone with Android 7.1' with 403 insufficient_scope (the access token does not allow this). "
                + "'mobile-app-secret' may not use the template 'mobile-app-device-key': set MainClientId to the client that the template names."
        );
    }

    [Theory]
    [InlineData(
        "no-such-template",
        DeviceCredential.Key,
        ": software_id must name a template of this server or be left out"
    )]
    [InlineData("mobile-app-device-secret", DeviceCredential.Key, "")]
    [InlineData("mobile-app-device-key-by-secret", DeviceCredential.Secret, ": jwks")]
    public async Task A_template_that_is_not_there_or_for_another_credential_is_named(
        string template,
        DeviceCredential credential,
        string concerned
    )
    {
        await using var lab = await AppFixture.OpenAsync();

        await AssertFailsAsync(
            lab.App(lab.OldPhone, template, credential, "mobile-app-secret"),
            HaapiStep.Registration,
            $"Registration of the device's client: the server refused 'Phone with Android 7.1' with 400 invalid_client_metadata (the client metadata is not allowed{concerned}). "
                + $"Check that the server has the template '{template}', and that it takes DeviceCredential.{credential}."
        );
    }

    // The server takes a key with a certificate for a key; only what it registered shows that the template is another.
    [Fact]
    public async Task A_certificate_for_a_template_of_keys_is_told_from_what_was_registered()
    {
        await using var lab = await AppFixture.OpenAsync();

        var error = await Assert.ThrowsAsync<HaapiException>(() =>
            lab.App(lab.OldPhone, "mobile-app-device-key-by-mtls", DeviceCredential.Certificate, "mobile-app-mtls")
                .CreateAsync(Cancellation)
        );

        Assert.Equal(
            "Registration of the device's client: the template registers clients for private_key_jwt, but the DcrConfiguration says "
                + "DeviceCredential.Certificate. Set the DeviceCredential that the template 'mobile-app-device-key-by-mtls' is for.",
            error.Message
        );
    }

    [Fact]
    public async Task A_server_that_is_not_trusted_is_sent_nothing()
    {
        await using var lab = await AppFixture.OpenAsync();
        await using var other = await AppFixture.OpenAsync();
        var configuration = lab.Configuration(lab.OldPhone) with { Trust = other.Configuration(lab.OldPhone).Trust };

        var error = await Assert.ThrowsAsync<HaapiException>(() =>
            new HaapiAccessorFactory(configuration)
                .SetDcrConfiguration(
                    lab.Dcr("mobile-app-device-key", DeviceCredential.Key, "mobile-app-jwt-asymmetric")
                )
                .SetClientAuthenticationMethodConfiguration(lab.MethodOf("mobile-app-jwt-asymmetric"))
                .CreateAsync(Cancellation)
        );

        Assert.StartsWith(
            "Initial access token: The server 'localhost' is not trusted:",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.IsType<AuthorizationServerException>(error.InnerException);
        Assert.Empty(lab.Requests);
    }

    private static async Task AssertFailsAsync(HaapiAccessorFactory factory, HaapiStep step, string message)
    {
        var error = await Assert.ThrowsAsync<HaapiException>(() => factory.CreateAsync(Cancellation));

        Assert.Equal((step, message), (error.Step, error.Message));
    }
}
