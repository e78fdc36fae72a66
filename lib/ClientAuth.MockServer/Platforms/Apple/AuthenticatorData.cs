using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ClientAuth.MockServer.Platforms.Apple;

/// <summary>What an authenticator signs: whom it speaks to, how often it has, and, where it attests a key, which (WebAuthn §6.1).</summary>
/// <param name="RpIdHash">SHA-256 of the app's identifier.</param>
/// <param name="Counter">How often the key was used.</param>
internal sealed record AuthenticatorData(byte[] RpIdHash, uint Counter)
{
    private const int FlagsLength = 1;
    private const int AaguidLength = 16;

    /// <summary>The credential that is attested; null in an assertion.</summary>
    public AttestedCredential? Credential { get; private init; }

    /// <summary>Null where the bytes are too few for what they announce.</summary>
    public static AuthenticatorData? Read(ReadOnlySpan<byte> bytes)
    {
        const int counterAt = SHA256.HashSizeInBytes + FlagsLength;
        const int credentialAt = counterAt + sizeof(uint);
        if (bytes.Length < credentialAt)
        {
            return null;
        }

        // By its length: App Attest sets the flag for a credential also where none follows.
        var isAttesting = bytes.Length > credentialAt;
        var credential = isAttesting ? ReadCredential(bytes[credentialAt..]) : null;
        return isAttesting && credential is null
            ? null
            : new AuthenticatorData(
                bytes[..SHA256.HashSizeInBytes].ToArray(),
                BinaryPrimitives.ReadUInt32BigEndian(bytes[counterAt..])
            )
            {
                Credential = credential,
            };
    }

    private static AttestedCredential? ReadCredential(ReadOnlySpan<byte> bytes)
    {
        const int idAt = AaguidLength + sizeof(ushort);
        if (bytes.Length < idAt)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[AaguidLength..]);
        return bytes.Length < idAt + length
            ? null
            : new AttestedCredential(
                bytes[..AaguidLength].ToArray(),
                bytes.Slice(idAt, length).ToArray(),
                bytes[(idAt + length)..].ToArray()
            );
    }
}
