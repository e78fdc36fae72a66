namespace ClientAuth.Client.Haapi;

/// <summary>An app failed to get an access token, or to call a resource with it. The message says what went wrong, at which step, and what to do.</summary>
public sealed class HaapiException(HaapiStep step, string message, Exception? inner = null)
    : Exception($"{Words(step)}: {message}", inner)
{
    /// <summary>The step that failed.</summary>
    public HaapiStep Step => step;

    /// <summary>The server's error code, where it has refused; null where it was not reached, not trusted or not understood.</summary>
    public string? Error { get; init; }

    /// <summary>When the server wants to be asked again at the earliest, where it said so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Why the device has no attestation, or none that the server accepts: what the fallback is for. Null for every other failure.</summary>
    internal string? WhyNotAttested { get; init; }

    private static string Words(HaapiStep step) =>
        step switch
        {
            HaapiStep.Challenge => "Attestation challenge",
            HaapiStep.PlatformAttestation => "Attestation by the platform",
            HaapiStep.ClientAttestationToken => "Client Attestation Token",
            HaapiStep.TokenExchange => "Token exchange",
            HaapiStep.InitialAccessToken => "Initial access token",
            HaapiStep.Registration => "Registration of the device's client",
            HaapiStep.DeviceToken => "Access token of the device's client",
            HaapiStep.ClientToken => "Access token",
            _ => "Resource",
        };
}
