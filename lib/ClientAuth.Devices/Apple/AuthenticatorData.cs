using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ClientAuth.Devices.Apple;

/// <summary>The authenticator data, which App Attest signs together with the hash of the client data (WebAuthn §6.1).</summary>
public sealed record AuthenticatorData
{
    /// <summary>SHA-256 of the app id.</summary>
    public required ReadOnlyMemory<byte> RpIdHash { get; init; }

    /// <summary>0x40 always, also where no credential follows or extensions do: so Apple writes it.</summary>
    public byte Flags { get; init; } = 0x40;

    /// <summary>How often the key has signed.</summary>
    public required uint Counter { get; init; }

    /// <summary>In an attestation only.</summary>
    public AttestedCredential? Credential { get; init; }

    /// <summary>What follows behind all else: <see cref="AppleExtensions"/> in CBOR since iOS 27, and nothing before.</summary>
    public ReadOnlyMemory<byte> Extensions { get; init; }

    /// <summary>The hash of an app id, as it stands for WebAuthn's RP ID.</summary>
    public static byte[] HashOf(string appId) => SHA256.HashData(Encoding.UTF8.GetBytes(appId));

    /// <summary>37 bytes, the credential, and the extensions.</summary>
    public byte[] Encode()
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, Counter);
        return [.. RpIdHash.Span, Flags, .. counter, .. Credential?.Encode() ?? [], .. Extensions.Span];
    }
}
