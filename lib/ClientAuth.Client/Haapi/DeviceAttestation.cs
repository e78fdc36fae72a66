using ClientAuth.Client.Attestation;
using ClientAuth.Client.Dpop;
using ClientAuth.Client.Platform;
using ClientAuth.Protocol;

namespace ClientAuth.Client.Haapi;

/// <summary>Attests a device: gets a challenge, has the platform attest it, and exchanges the evidence for a Client Attestation Token.</summary>
internal sealed class DeviceAttestation(HaapiConfiguration configuration, HttpClient http)
{
    public const string KeyName = "haapi-attested";

    private const string Fallback =
        "For such devices, set a DcrConfiguration at the HaapiAccessorFactory, and a client authentication method.";

    private readonly AttestationClient _client = new(http, configuration.Server, configuration.Clock)
    {
        Deadline = configuration.Deadline,
    };

    private DpopKey? _key;

    private DevicePlatform Platform => configuration.Platform;

    /// <summary>The attested key; tokens are bound to it.</summary>
    public DpopKey Key => _key ??= new DpopKey(Platform.OpenKey(KeyName), configuration.Clock);

    /// <summary>Whether the device still has that key: another start of the app may have deleted it.</summary>
    public bool IsKeyThere => Key.IsOf(Platform.OpenKey(KeyName));

    /// <exception cref="HaapiException">The platform does not attest the app, or the server refuses or fails; the message says which.</exception>
    public async Task<ClientAttestationToken> AttestAsync(CancellationToken cancellationToken)
    {
        if (Platform.CannotAttest is { } reason)
        {
            throw Unavailable(reason);
        }

        // One start of the app at a time: two would attest one key twice, and one would be taken for a stranger.
        using var held = await Platform.Storage.LockAsync(cancellationToken);
        _key = IsKeyThere ? _key : null;
        var (outcome, wasAssertion) = await PresentAsync(cancellationToken);
        // The server may have forgotten the key that an assertion speaks for: then a new one must be attested from the start.
        if (wasAssertion && outcome is AttestationOutcome.Refused { Error.Error: OAuthErrors.InvalidClientAttestation })
        {
            Platform.DeleteKey(KeyName);
            _key = null;
            (outcome, _) = await PresentAsync(cancellationToken);
        }
        // A challenge may have died of old age on its way through a slow platform.
        else if (outcome is AttestationOutcome.Refused { Error.Error: OAuthErrors.UseAttestationChallenge })
        {
            (outcome, _) = await PresentAsync(cancellationToken);
        }

        return outcome is AttestationOutcome.Attested attested
            ? attested.Token
            : throw Refused((AttestationOutcome.Refused)outcome);
    }

    private async Task<(AttestationOutcome Outcome, bool WasAssertion)> PresentAsync(
        CancellationToken cancellationToken
    )
    {
        var challenge = await StepRunner.RunAsync(
            HaapiStep.Challenge,
            () => _client.GetChallengeAsync(Key, cancellationToken)
        );
        var evidence = await AskPlatformAsync(challenge, cancellationToken);
        var request = new ClientAttestationTokenRequest
        {
            ClientId = configuration.ClientId,
            Challenge = challenge,
            Attestation = evidence,
        };
        var outcome = await StepRunner.RunAsync(
            HaapiStep.ClientAttestationToken,
            () => _client.AttestAsync(request, Key, cancellationToken)
        );
        return (outcome, evidence.Assertion is not null);
    }

    private async Task<PlatformAttestation> AskPlatformAsync(string challenge, CancellationToken cancellationToken)
    {
        try
        {
            return await Platform.AttestAsync(KeyName, challenge, cancellationToken);
        }
        catch (AttestationUnavailableException error)
        {
            throw Unavailable(error.Message, error);
        }
    }

    private HaapiException Unavailable(string reason, Exception? error = null)
    {
        var why = $"{Platform.Name} cannot vouch for the app: {reason.TrimEnd('.')}.";
        return new HaapiException(HaapiStep.PlatformAttestation, $"{why} {Fallback}", error) { WhyNotAttested = why };
    }

    private HaapiException Refused(AttestationOutcome.Refused refused)
    {
        var isRejected = refused.Error.Error == OAuthErrors.InvalidClientAttestation;
        var advice = isRejected
            ? $"The server's policy rejects the attestation by {Platform.Name}. {Fallback}"
            : $"Check that '{configuration.ClientId}' is registered for the method none, and that the server knows its app.";
        return StepRunner.Refused(
            HaapiStep.ClientAttestationToken,
            configuration.ClientId,
            refused.Status,
            refused.Error,
            advice,
            refused.RetryAfter,
            whyNotAttested: isRejected
                ? $"the server rejects the attestation by {Platform.Name} ({refused.Error.Error})."
                : null
        );
    }
}
