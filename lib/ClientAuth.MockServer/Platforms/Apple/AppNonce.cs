using System.Security.Cryptography;
using System.Text;
using ClientAuth.MockServer.Platforms.Evidence;

namespace ClientAuth.MockServer.Platforms.Apple;

/// <summary>
/// What ties an attestation or an assertion to one request: a hash of the authenticator's data and of the client's. The client's data is
/// the challenge and the thumbprint of its DPoP key, so that the evidence is worth nothing with another key.
/// </summary>
internal static class AppNonce
{
    public static byte[] Of(byte[] authenticatorData, DeviceEvidence evidence) =>
        SHA256.HashData([
            .. authenticatorData,
            .. SHA256.HashData(Encoding.UTF8.GetBytes($"{evidence.Challenge}.{evidence.KeyThumbprint}")),
        ]);
}
