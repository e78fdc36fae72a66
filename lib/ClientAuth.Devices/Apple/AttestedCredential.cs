using System.Buffers.Binary;

namespace ClientAuth.Devices.Apple;

/// <summary>The attested credential data of WebAuthn §6.5.1, as App Attest fills it.</summary>
public sealed record AttestedCredential
{
    /// <summary>16 bytes: <c>appattest</c> and zeros, or <c>appattestdevelop</c>.</summary>
    public required ReadOnlyMemory<byte> AaGuid { get; init; }

    public required ReadOnlyMemory<byte> CredentialId { get; init; }

    /// <summary>The public key as a COSE key.</summary>
    public required ReadOnlyMemory<byte> PublicKey { get; init; }

    internal static byte[] AaGuidOf(AppleEnvironment environment) =>
        environment == AppleEnvironment.Production
            ? "appattest\0\0\0\0\0\0\0"u8.ToArray()
            : "appattestdevelop"u8.ToArray();

    internal byte[] Encode()
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)CredentialId.Length);
        return [.. AaGuid.Span, .. length, .. CredentialId.Span, .. PublicKey.Span];
    }
}
