using System.Security.Cryptography.X509Certificates;
using ClientAuth.Client;
using ClientAuth.Client.Attestation;
using ClientAuth.Client.Dpop;
using ClientAuth.Devices;
using ClientAuth.Devices.Android;
using ClientAuth.Lab.Devices;
using ClientAuth.MockServer;
using ClientAuth.Protocol;
using ClientAuth.Visuals.Attacks;

namespace ClientAuth.Lab.Attacks;

/// <summary>
/// A statement about the genuine app, made with a key that was taken out of a phone. Every signature in it holds; only the maker's revocation
/// list tells.
/// </summary>
public sealed class LeakedAttestationKey()
    : Attack(
        new(
            "leaked-attestation-key",
            AttackGroup.Steals,
            "leaked attestation key",
            "an attestation key that was taken out of a phone",
            "the server looks every certificate up on the maker's list"
        )
    )
{
    private const string KeyName = "forger";

    private protected override AuthorizationServerOptions Without(AuthorizationServerOptions options) =>
        options with
        {
            Apps = options.Apps with
            {
                AttestedApps =
                [
                    .. options.Apps.AttestedApps.Select(app =>
                        app with
                        {
                            Policy = app.Policy with { VerifyRevocation = false },
                        }
                    ),
                ],
            },
        };

    public override async Task<AttackOutcome?> TryAsync(bool defended, CancellationToken cancellationToken = default)
    {
        await using var target = await OpenAsync(defended, cancellationToken);
        var forger = target.Devices.Another("tampered-app");
        var key = new DpopKey(forger.OpenKey(KeyName), target.Clock);
        var client = new AttestationClient(target.CreateHttpClient(), target.Server.Metadata, target.Clock);
        var challenge = await client.GetChallengeAsync(key, cancellationToken);
        var forged = forger.Simulated.Attest(KeyName, challenge, Lie);
        // By then the leak is known, and the maker has published it.
        using var ofLeakedKey = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(forged.X5c![1]));
        target.Devices.Makers.StatusList.Revoke(ofLeakedKey);
        var request = new ClientAttestationTokenRequest
        {
            ClientId = LabApp.ClientId,
            Challenge = challenge,
            Attestation = forged,
        };
        if (await client.AttestAsync(request, key, cancellationToken) is AttestationOutcome.Attested attested)
        {
            await target
                .TokenClient(LabApp.ClientId, new ClientAuthenticationMethodConfiguration.None())
                .BoundTo(key)
                .ExchangeAsync(attested.Token.Reveal(), scope: null, cancellationToken);
        }

        return AttackOutcomes.Of(target.LastExchange);
    }

    private static EvidenceFlaw Lie { get; } =
        new("leaked key")
        {
            Android = truth =>
                truth with
                {
                    Description = truth.Description with
                    {
                        SoftwareEnforced = truth.Description.SoftwareEnforced with
                        {
                            AttestationApplicationId = new AttestationApplicationId
                            {
                                Packages = [new(LabApp.Android.PackageName, 412)],
                                SignatureDigests =
                                [
                                    .. LabApp.Android.SignatureDigests.Select(Convert.FromBase64String),
                                ],
                            },
                        },
                    },
                },
        };
}
