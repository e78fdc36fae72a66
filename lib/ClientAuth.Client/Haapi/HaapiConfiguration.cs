using ClientAuth.Client.Platform;
using ClientAuth.Protocol;

namespace ClientAuth.Client.Haapi;

/// <summary>Configures an app: its client, its device, and the server that issues its tokens.</summary>
/// <param name="ClientId">The client that attests itself or, where <see cref="UseAttestation"/> is false, authenticates.</param>
/// <param name="Server">What the server publishes about itself.</param>
/// <param name="Trust">How the server proves itself.</param>
/// <param name="Platform">The device that the app runs on.</param>
/// <param name="Clock">Judges lifetimes, stamps proofs and runs deadlines.</param>
public sealed record HaapiConfiguration(
    string ClientId,
    AuthorizationServerMetadata Server,
    ServerTrust Trust,
    DevicePlatform Platform,
    TimeProvider Clock
)
{
    /// <summary>Whether the app attests itself. If false, the client must authenticate.</summary>
    public bool UseAttestation { get; init; } = true;

    /// <summary>The scopes of the access tokens, separated by spaces; null leaves the choice to the server.</summary>
    public string? Scope { get; init; }

    /// <summary>The time limit of each request, from the connection to the last byte of the response.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Client and device.</summary>
    public override string ToString() => $"{ClientId} on {Platform.Name}";
}
