using System.Formats.Cbor;

namespace ClientAuth.MockServer.Platforms.Apple;

/// <summary>What App Attest gives an app for a key that has been attested (Apple's assertion object).</summary>
/// <param name="Signature">ECDSA with SHA-256, in DER.</param>
/// <param name="AuthenticatorData">As it was signed.</param>
internal sealed record AssertionObject(byte[] Signature, byte[] AuthenticatorData)
{
    /// <summary>Null where the bytes are none.</summary>
    public static AssertionObject? Read(byte[] cbor) => EvidenceCbor.Read(cbor, Read);

    private static AssertionObject? Read(CborReader reader)
    {
        byte[]? signature = null;
        byte[]? authenticatorData = null;
        EvidenceCbor.ReadMap(
            reader,
            name =>
            {
                switch (name)
                {
                    case "signature":
                        signature = reader.ReadByteString();
                        break;
                    case "authenticatorData":
                        authenticatorData = reader.ReadByteString();
                        break;
                    default:
                        reader.SkipValue();
                        break;
                }
            }
        );
        return signature is not null && authenticatorData is not null
            ? new AssertionObject(signature, authenticatorData)
            : null;
    }
}
