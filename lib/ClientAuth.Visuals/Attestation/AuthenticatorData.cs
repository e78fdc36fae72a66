using System.Buffers.Binary;
using System.Formats.Cbor;

namespace ClientAuth.Visuals.Attestation;

/// <summary>The part of an Apple attestation or assertion that has a fixed layout (WebAuthn §6.1); read, not verified.</summary>
internal sealed record AuthenticatorData
{
    private const int HeadLength = 37;
    private const byte HasAttestedKey = 0x40;

    /// <summary>SHA-256 of the app's identifier.</summary>
    public required ReadOnlyMemory<byte> RpIdHash { get; init; }

    public required byte Flags { get; init; }

    /// <summary>0 in an attestation, then one more with each assertion.</summary>
    public required uint Counter { get; init; }

    public ReadOnlyMemory<byte> Aaguid { get; init; }

    public ReadOnlyMemory<byte> CredentialId { get; init; }

    /// <summary>The attested key in COSE, empty in an assertion.</summary>
    public ReadOnlyMemory<byte> PublicKey { get; init; }

    /// <exception cref="CborContentException">It is shorter than it says.</exception>
    public static AuthenticatorData Read(ReadOnlyMemory<byte> bytes)
    {
        var flags = Part(bytes, 32, 1).Span[0];
        var head = new AuthenticatorData
        {
            RpIdHash = Part(bytes, 0, 32),
            Flags = flags,
            Counter = BinaryPrimitives.ReadUInt32BigEndian(Part(bytes, 33, 4).Span),
        };
        if ((flags & HasAttestedKey) == 0 || bytes.Length == HeadLength)
        {
            return head;
        }

        var length = BinaryPrimitives.ReadUInt16BigEndian(Part(bytes, HeadLength + 16, 2).Span);
        return head with
        {
            Aaguid = Part(bytes, HeadLength, 16),
            CredentialId = Part(bytes, HeadLength + 18, length),
            PublicKey = bytes[(HeadLength + 18 + length)..],
        };
    }

    private static ReadOnlyMemory<byte> Part(ReadOnlyMemory<byte> bytes, int start, int length) =>
        bytes.Length >= start + length
            ? bytes.Slice(start, length)
            : throw new CborContentException("authenticator data end too early");
}
