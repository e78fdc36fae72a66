using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Platforms.Evidence;

/// <summary>What a device sent, not believed yet, and what it has to be about.</summary>
/// <param name="App">The app that it must vouch for, and how strictly.</param>
/// <param name="Attestation">The evidence itself.</param>
/// <param name="Challenge">The server's, which it must repeat.</param>
/// <param name="KeyThumbprint">Of the key that made the DPoP proof of the request.</param>
internal sealed record DeviceEvidence(
    AttestedApp App,
    PlatformAttestation Attestation,
    string Challenge,
    string KeyThumbprint
)
{
    public string ClientId => App.ClientId;

    public AttestationPolicy Policy => App.Policy;
}
