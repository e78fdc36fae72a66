using System.Formats.Cbor;
using ClientAuth.Protocol.Attestation;

namespace ClientAuth.MockServer.Platforms.Apple;

/// <summary>What App Attest gives an app for a new key (WebAuthn §6.5.4, Apple's attestation object). Its receipt is for asking Apple later, and is not read.</summary>
/// <param name="X5c">Certificates in DER, the key's own first.</param>
/// <param name="AuthData">As it was hashed into the first of them.</param>
internal sealed record AttestationObject(IReadOnlyList<byte[]> X5c, byte[] AuthData)
{
    /// <summary>Null where the bytes are none.</summary>
    public static AttestationObject? Read(byte[] cbor) => EvidenceCbor.Read(cbor, Read);

    private static AttestationObject? Read(CborReader reader)
    {
        string? format = null;
        List<byte[]>? x5c = null;
        byte[]? authData = null;
        EvidenceCbor.ReadMap(
            reader,
            name =>
            {
                switch (name)
                {
                    case "fmt":
                        format = reader.ReadTextString();
                        break;
                    case "attStmt":
                        x5c = ReadStatement(reader);
                        break;
                    case "authData":
                        authData = reader.ReadByteString();
                        break;
                    default:
                        reader.SkipValue();
                        break;
                }
            }
        );
        return format == AttestationFormats.AppleAppAttest && x5c is not null && authData is not null
            ? new AttestationObject(x5c, authData)
            : null;
    }

    private static List<byte[]>? ReadStatement(CborReader reader)
    {
        List<byte[]>? x5c = null;
        EvidenceCbor.ReadMap(
            reader,
            name =>
            {
                if (name == "x5c")
                {
                    x5c = ReadCertificates(reader);
                }
                else
                {
                    reader.SkipValue();
                }
            }
        );
        return x5c;
    }

    private static List<byte[]> ReadCertificates(CborReader reader)
    {
        var certificates = new List<byte[]>();
        reader.ReadStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
        {
            certificates.Add(reader.ReadByteString());
        }

        reader.ReadEndArray();
        return certificates;
    }
}
