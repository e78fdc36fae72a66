using System.Security.Cryptography;
using System.Text;
using ClientAuth.Protocol;

namespace ClientAuth.Devices.Apple;

/// <summary>
/// The client data that the app passes to App Attest: <c>challenge.thumbprint</c>. App Attest makes a key of its own, so the
/// client data must name the key of the app's proofs.
/// </summary>
internal static class ClientData
{
    public static byte[] Hash(string challenge, ECDsa key) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{challenge}.{Jwk.FromPublicKey(key).Thumbprint()}"));

    /// <summary>SHA-256 of the authenticator data and this hash: Apple's <c>nonce</c>.</summary>
    public static byte[] Nonce(byte[] authenticatorData, byte[] clientDataHash) =>
        SHA256.HashData([.. authenticatorData, .. clientDataHash]);
}
