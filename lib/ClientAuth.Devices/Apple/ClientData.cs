using System.Security.Cryptography;
using System.Text;
using ClientAuth.Protocol;

namespace ClientAuth.Devices.Apple;

/// <summary>
/// What the app has App Attest vouch for. That service makes a key of its own, so the app's words must name the key of its
/// proofs: <c>challenge.thumbprint</c>.
/// </summary>
internal static class ClientData
{
    public static byte[] Hash(string challenge, ECDsa key) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{challenge}.{Jwk.FromPublicKey(key).Thumbprint()}"));

    /// <summary>SHA-256 of the authenticator data and this hash: Apple's <c>nonce</c>.</summary>
    public static byte[] Nonce(byte[] authenticatorData, byte[] clientDataHash) =>
        SHA256.HashData([.. authenticatorData, .. clientDataHash]);
}
