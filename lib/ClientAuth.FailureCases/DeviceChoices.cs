using ClientAuth.FailureCases.Laboratory;
using ClientAuth.MockServer;

namespace ClientAuth.FailureCases;

/// <summary>What a case may choose about devices that attest themselves. Left out, the policy is that for production.</summary>
public sealed record DeviceChoices
{
    public DevicePolicy? Policy { get; init; }

    /// <summary>How long a Client Attestation Token can be exchanged.</summary>
    public int? TokenLifetimeSeconds { get; init; }

    internal AuthorizationServerOptions Apply(AuthorizationServerOptions options, CaseLab lab)
    {
        options = Policy switch
        {
            DevicePolicy.None => options with { AttestedApps = [] },
            { } policy => AttestationOffer.Apply(options, lab, policy),
            null => options,
        };
        return TokenLifetimeSeconds is { } seconds
            ? options with
            {
                ClientAttestationTokenLifetime = TimeSpan.FromSeconds(seconds),
            }
            : options;
    }
}
