using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace ClientAuth.MockServer.Platforms.Apple;

/// <summary>Which key an authenticator attests (WebAuthn §6.5.1).</summary>
/// <param name="Aaguid">What kind of authenticator it is; App Attest names its environment here.</param>
/// <param name="Id">The key's identifier.</param>
/// <param name="PublicKey">The key, in COSE.</param>
internal sealed record AttestedCredential(byte[] Aaguid, byte[] Id, byte[] PublicKey)
{
    private const int AaguidLength = 16;
    private const int IdAt = AaguidLength + sizeof(ushort);

    /// <summary>Reads the credential that the bytes begin with. Its key has no length of its own: it is one item of CBOR.</summary>
    /// <param name="bytes">The credential, and what follows it.</param>
    /// <param name="credential">The credential.</param>
    /// <param name="rest">What follows.</param>
    public static bool TryRead(byte[] bytes, [NotNullWhen(true)] out AttestedCredential? credential, out byte[] rest)
    {
        credential = null;
        rest = [];
        if (bytes.Length < IdAt)
        {
            return false;
        }

        var keyAt = IdAt + BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(AaguidLength));
        if (bytes.Length < keyAt || EvidenceCbor.ReadFirst(bytes[keyAt..], out rest) is not { } key)
        {
            return false;
        }

        credential = new AttestedCredential(bytes[..AaguidLength], bytes[IdAt..keyAt], key);
        return true;
    }
}
