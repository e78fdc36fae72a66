using System.Security.Cryptography;
using ClientAuth.Client;
using ClientAuth.Client.Dpop;
using ClientAuth.Client.Registration;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;
using ClientAuth.Visuals.Attacks;

namespace ClientAuth.Lab.Attacks;

/// <summary>
/// What an app stores of its registration, copied to another phone, out of a backup for example. A secret is in the copy; a key that the
/// Keystore does not let out is not.
/// </summary>
public sealed class CopiedRegistration()
    : Attack(
        new(
            "copied-registration",
            AttackGroup.Steals,
            "registration of another device",
            "a backup of all that the app has stored",
            "the credential is a key that cannot be copied"
        )
    )
{
    public override async Task<AttackOutcome?> TryAsync(bool defended, CancellationToken cancellationToken = default)
    {
        await using var target = await Testbed.StartAsync(new TestbedOptions(), cancellationToken);
        var phone = target.Devices.Another("older-than-android-8");
        var copied = await RegisterAsync(target, phone.OpenKey("device"), byKey: defended, cancellationToken);
        using var thiefs = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        ClientAuthenticationMethodConfiguration method = copied.ClientSecret is { } secret
            ? new ClientAuthenticationMethodConfiguration.Secret(secret)
            : new ClientAuthenticationMethodConfiguration.SignedJwt.Asymmetric(
                thiefs,
                SignatureAlgorithms.ES256,
                copied.Jwks!.Keys[0].Kid
            );
        await target.TokenClient(copied.ClientId, method).RequestTokenAsync("read", cancellationToken);
        return AttackOutcomes.Of(target.LastExchange);
    }

    private static async Task<ClientMetadata> RegisterAsync(
        Testbed target,
        ECDsa key,
        bool byKey,
        CancellationToken cancellationToken
    )
    {
        var (template, main) = byKey
            ? ("mobile-app-device-key", "mobile-app-jwt-asymmetric")
            : ("mobile-app-device-secret", "mobile-app-secret");
        var dpop = new DpopKey(key, target.Clock);
        var initial = await target
            .TokenClient(main)
            .BoundTo(dpop)
            .RequestTokenAsync(Scopes.DynamicClientRegistration, cancellationToken);
        var registered = await new RegistrationClient(target.CreateHttpClient(), target.Clock).RegisterAsync(
            new Uri(target.Server.Metadata.RegistrationEndpoint!),
            ((TokenOutcome.Issued)initial).Response.AccessToken,
            dpop,
            new ClientRegistrationRequest
            {
                SoftwareId = template,
                ClientName = "Phone of the victim",
                Jwks = byKey ? new JwkSet { Keys = [Jwk.FromPublicKey(key)] } : null,
            },
            cancellationToken
        );
        return ((RegistrationOutcome.Registered)registered).Client;
    }
}
