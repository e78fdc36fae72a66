using ClientAuth.Client.Platform;
using ClientAuth.Client.Registration;
using ClientAuth.Protocol;

namespace ClientAuth.Client.Haapi;

/// <summary>
/// Finds the client that this device has registered, or registers one. The key is made first, then the client is registered,
/// then it is stored. One process of the app does this at a time; the server makes sure that one key has one client.
/// </summary>
internal sealed class DeviceRegistration(
    HaapiConfiguration configuration,
    DcrConfiguration dcr,
    InitialAccessTokenSource initial,
    DeviceKeyPair keys,
    HttpClient http
)
{
    private readonly DeviceClientStore _store = new(
        configuration.Platform.Storage,
        configuration.Server.Issuer,
        dcr.TemplateClientId
    );

    private readonly RegistrationClient _client = new(http, configuration.Clock) { Deadline = configuration.Deadline };

    private DeviceStorage Storage => configuration.Platform.Storage;

    /// <summary>The stored client, or a new one.</summary>
    public async Task<DeviceClient> OpenAsync(CancellationToken cancellationToken)
    {
        using var held = await Storage.LockAsync(cancellationToken);
        return _store.Read() is not { } stored ? await RegisterAsync(cancellationToken)
            : Fits(stored) ? stored
            : await ReplaceAsync(stored, cancellationToken);
    }

    /// <summary>Another client for one that the server does not know any more: what another start has stored meanwhile, or a new one.</summary>
    public async Task<DeviceClient> RenewAsync(DeviceClient refused, CancellationToken cancellationToken)
    {
        using var held = await Storage.LockAsync(cancellationToken);
        return
            _store.Read() is { } stored
            && Fits(stored)
            && stored.Registration.RegistrationAccessToken != refused.Registration.RegistrationAccessToken
            ? stored
            : await RegisterAsync(cancellationToken);
    }

    /// <summary>Withdraws the client at the server, and forgets it.</summary>
    public async Task WithdrawAsync(DeviceClient client, CancellationToken cancellationToken)
    {
        using var held = await Storage.LockAsync(cancellationToken);
        // What another start has stored meanwhile has the access token that works.
        await RemoveAsync(_store.Read() ?? client, cancellationToken);
    }

    // Its key or its kind of credential is gone, so that the server would not recognise it, and it would be left over.
    private async Task<DeviceClient> ReplaceAsync(DeviceClient stored, CancellationToken cancellationToken)
    {
        await RemoveAsync(stored, cancellationToken);
        return await RegisterAsync(cancellationToken);
    }

    // That its access token opens nothing any more is as good: the client is gone.
    private async Task RemoveAsync(DeviceClient client, CancellationToken cancellationToken)
    {
        if (client.Registration is { RegistrationClientUri: not null, RegistrationAccessToken: not null } registration)
        {
            var outcome = await StepRunner.RunAsync(
                HaapiStep.Registration,
                () => _client.DeleteAsync(registration, cancellationToken)
            );
            if (outcome is RegistrationOutcome.Refused { Status: not (401 or 404) } refused)
            {
                throw Refused(refused);
            }
        }

        _store.Delete();
    }

    private async Task<DeviceClient> RegisterAsync(CancellationToken cancellationToken)
    {
        var token = await initial.RequestAsync(keys.Dpop, cancellationToken);
        var certificate = dcr.DeviceCredential == DeviceCredential.Certificate ? keys.MakeCertificate() : null;
        var request = new ClientRegistrationRequest
        {
            SoftwareId = dcr.TemplateClientId,
            ClientName = configuration.Platform.Name,
            Jwks = dcr.DeviceCredential == DeviceCredential.Secret ? null : keys.PublicKeys(certificate),
        };
        var outcome = await StepRunner.RunAsync(
            HaapiStep.Registration,
            () => _client.RegisterAsync(initial.RegistrationEndpoint, token, keys.Dpop, request, cancellationToken)
        );
        var client = outcome switch
        {
            RegistrationOutcome.Registered registered => new DeviceClient(
                registered.Client,
                keys.Dpop.Thumbprint,
                certificate
            ),
            RegistrationOutcome.Refused refused => throw Refused(refused),
            _ => throw Unfit("the server answered as if a client were withdrawn"),
        };
        if (!Fits(client))
        {
            throw Unfit($"the template registers clients for {client.Registration.TokenEndpointAuthMethod}");
        }

        _store.Write(client);
        return client;
    }

    private bool Fits(DeviceClient client) =>
        client.KeyThumbprint == keys.Dpop.Thumbprint
        && dcr.DeviceCredential switch
        {
            DeviceCredential.Certificate => client.Certificate is { } certificate
                && keys.IsIn(certificate)
                && client.Registration.TokenEndpointAuthMethod == TokenEndpointAuthMethods.SelfSignedTlsClientAuth,
            DeviceCredential.Secret => client.Registration.ClientSecret is { Length: > 0 }
                && client.Registration.TokenEndpointAuthMethod
                    is TokenEndpointAuthMethods.ClientSecretBasic
                        or TokenEndpointAuthMethods.ClientSecretPost,
            _ => client.Registration.TokenEndpointAuthMethod == TokenEndpointAuthMethods.PrivateKeyJwt,
        };

    private HaapiException Unfit(string seen) =>
        new(
            HaapiStep.Registration,
            $"{seen}, but the DcrConfiguration says DeviceCredential.{dcr.DeviceCredential}. Set the DeviceCredential that the template '{dcr.TemplateClientId}' is for."
        );

    private HaapiException Refused(RegistrationOutcome.Refused refused) =>
        StepRunner.Refused(
            HaapiStep.Registration,
            configuration.Platform.Name,
            refused.Status,
            refused.Error,
            refused.Error.Error switch
            {
                OAuthErrors.InsufficientScope =>
                    $"'{initial.MainClientId}' may not use the template '{dcr.TemplateClientId}': set MainClientId to the client that the template names.",
                _ =>
                    $"Check that the server has the template '{dcr.TemplateClientId}', and that it takes DeviceCredential.{dcr.DeviceCredential}.",
            },
            refused.RetryAfter
        );
}
