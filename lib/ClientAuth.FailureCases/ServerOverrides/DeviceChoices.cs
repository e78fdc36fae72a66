using ClientAuth.FailureCases.Fixtures;
using ClientAuth.MockServer;
using ClientAuth.MockServer.Options;

namespace ClientAuth.FailureCases.ServerOverrides;

/// <summary>What a case may choose about devices that attest themselves. Left out, the policy is that for production.</summary>
public sealed record DeviceChoices
{
    public DevicePolicy? Policy { get; init; }

    /// <summary>Which dates of an Android chain must hold.</summary>
    public AndroidDates? Dates { get; init; }

    /// <summary>False where the server does not ask whether an attestation key is revoked.</summary>
    public bool? VerifyRevocation { get; init; }

    /// <summary>False where the server has no revocation status list; otherwise it has one that was just fetched.</summary>
    public bool? HasStatusList { get; init; }

    /// <summary>How long before the beginning of the case that list was fetched, and never again.</summary>
    public int? StatusListAgeSeconds { get; init; }

    /// <summary>How long a Client Attestation Token can be exchanged.</summary>
    public int? TokenLifetimeSeconds { get; init; }

    internal AuthorizationServerOptions Apply(AuthorizationServerOptions options, CaseFixture fixture)
    {
        options = Policy switch
        {
            DevicePolicy.None => options with { Apps = options.Apps with { AttestedApps = [] } },
            { } policy => AttestationOffer.Apply(options, fixture, policy),
            null => options,
        };
        options = options with
        {
            Apps = options.Apps with
            {
                AttestedApps = [.. options.Apps.AttestedApps.Select(app => app with { Policy = Apply(app.Policy) })],
            },
        };
        if (StatusListAgeSeconds is { } age)
        {
            var list = AttestationOffer.StatusList(fixture, fixture.Now - TimeSpan.FromSeconds(age));
            options = options with { Apps = options.Apps with { AttestationStatus = () => list } };
        }

        options = HasStatusList is false
            ? options with
            {
                Apps = options.Apps with { AttestationStatus = () => null },
            }
            : options;
        return TokenLifetimeSeconds is { } seconds
            ? options with
            {
                Apps = options.Apps with { ClientAttestationTokenLifetime = TimeSpan.FromSeconds(seconds) },
            }
            : options;
    }

    private AttestationPolicy Apply(AttestationPolicy policy) =>
        policy with
        {
            AndroidDates = Dates ?? policy.AndroidDates,
            VerifyRevocation = VerifyRevocation ?? policy.VerifyRevocation,
        };
}
