using ClientAuth.Client.Haapi;
using ClientAuth.Lab.Devices;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Fleet;

/// <summary>How one device came to a token, or why it did not.</summary>
/// <param name="Device">The device.</param>
/// <param name="Path">How it got its token: attestation, registration or client authentication; null where it got none.</param>
/// <param name="ClientId">The client that the token was issued to; null where there is none.</param>
/// <param name="Why">Why this path and no other.</param>
/// <param name="Disbelieved">The check of the server that did not believe the device; null where it did, or was not asked.</param>
/// <param name="Requests">What reached the server meanwhile.</param>
public sealed record DevicePath(
    LabDevice Device,
    HaapiPath? Path,
    string? ClientId,
    string Why,
    Decision? Disbelieved,
    IReadOnlyList<RecordedExchange> Requests
)
{
    /// <summary>The name of that check, if any.</summary>
    public string? FailingCheck => Disbelieved?.Check;

    /// <summary>What became of the attestation, in the words of <c>data/devices.json</c>.</summary>
    public string Attestation =>
        Path is HaapiPath.Attestation ? "attested"
        : FailingCheck is not null ? $"rejected:{FailingCheck}"
        : "unavailable";

    /// <summary>Why this path and no other, in at most eight words.</summary>
    public string InShort =>
        Path is HaapiPath.Attestation ? "the server believes what the platform says"
        : FailingCheck is { } check ? $"the server refused its attestation: {check}"
        : Device.CannotAttest is not null ? "its platform cannot vouch for the app"
        : "attestation is switched off";

    /// <summary>The path in words; null where there is none.</summary>
    internal string? PathName =>
        Path switch
        {
            HaapiPath.Attestation => "attestation",
            HaapiPath.Registration => "client of its own",
            HaapiPath.ClientAuthentication => "client authentication",
            _ => null,
        };
}
