using System.Formats.Cbor;

namespace ClientAuth.Devices.Apple;

/// <summary>Writes App Attest's attestation object and assertion as CBOR, as in Apple's "Validating Apps That Connect to Your Server".</summary>
internal static class AttestationObject
{
    public static byte[] Encode(string format, IReadOnlyList<byte[]> chain, byte[] receipt, byte[] authenticatorData)
    {
        var writer = new CborWriter();
        writer.WriteStartMap(3);
        writer.WriteTextString("fmt");
        writer.WriteTextString(format);
        writer.WriteTextString("attStmt");
        writer.WriteStartMap(2);
        writer.WriteTextString("x5c");
        writer.WriteStartArray(chain.Count);
        foreach (var certificate in chain)
        {
            writer.WriteByteString(certificate);
        }

        writer.WriteEndArray();
        writer.WriteTextString("receipt");
        writer.WriteByteString(receipt);
        writer.WriteEndMap();
        writer.WriteTextString("authData");
        writer.WriteByteString(authenticatorData);
        writer.WriteEndMap();
        return writer.Encode();
    }

    /// <summary>The shorter form that follows for the same key.</summary>
    public static byte[] EncodeAssertion(byte[] signature, byte[] authenticatorData)
    {
        var writer = new CborWriter();
        writer.WriteStartMap(2);
        writer.WriteTextString("signature");
        writer.WriteByteString(signature);
        writer.WriteTextString("authenticatorData");
        writer.WriteByteString(authenticatorData);
        writer.WriteEndMap();
        return writer.Encode();
    }
}
