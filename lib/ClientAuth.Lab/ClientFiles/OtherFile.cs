using System.Buffers.Text;
using System.Formats.Asn1;
using System.Text;

namespace ClientAuth.Lab.ClientFiles;

/// <summary>A file that stands where a PKCS#12 file should: told by its first bytes.</summary>
/// <param name="Words">What it is.</param>
/// <param name="Flaw">What to do about it.</param>
internal sealed record OtherFile(string Words, CredentialFlaw Flaw)
{
    /// <summary>Null where the bytes begin like a PKCS#12 file: a SEQUENCE whose first member is the version, 3 (RFC 7292 §4).</summary>
    public static OtherFile? Recognise(ReadOnlySpan<byte> file) =>
        file switch
        {
            [] => Of("an empty file", "Copy or export it again."),
            [0xFE, 0xED, 0xFE, 0xED, ..] => Of(
                "a Java key store (JKS)",
                "Convert it: keytool -importkeystore -deststoretype PKCS12"
            ),
            [0x30, ..] => RecogniseDer(file),
            _ when IsPem(file) => Of("a PEM text", "Load it as PEM, or pack certificate and key into a PKCS #12 file."),
            _ when IsBase64OfDer(file) => Of("a Base64 text", "Decode it first; the file itself is binary."),
            _ => Of(
                "a file of an unknown format",
                "Look at the first bytes of the file, and at where it was copied from."
            ),
        };

    private static OtherFile? RecogniseDer(ReadOnlySpan<byte> file)
    {
        if (!AsnDecoder.TryReadEncodedValue(file, AsnEncodingRules.BER, out _, out var start, out _, out _))
        {
            return Of(
                "a file in DER that is cut off",
                "Copy it again as binary, and compare its length with the original's."
            );
        }

        return file[start..] switch
        {
            [0x02, 0x01, 0x03, ..] => null,
            [0x02, 0x01, 0x00, 0x30, ..] => Of(
                "a private key, PKCS #8 in DER",
                "Load it as a key; no certificate is in it."
            ),
            [0x02, 0x01, 0x00, 0x02, ..] => Of(
                "an RSA private key, PKCS #1 in DER",
                "Load it as a key; no certificate is in it."
            ),
            [0x02, 0x01, 0x01, 0x04, ..] => Of(
                "an EC private key, SEC 1 in DER",
                "Load it as a key; no certificate is in it."
            ),
            [0x30, ..] inner when BeginsWithAlgorithm(inner) => Of(
                "an encrypted private key, PKCS #8 in DER",
                "Load it as a key, with its passphrase; no certificate is in it."
            ),
            [0x30, ..] => Of(
                "a certificate in DER",
                "The file holds no private key. Export certificate and key together as PKCS #12."
            ),
            _ => Of("a file in DER of another kind", "Look at its structure: openssl asn1parse -inform DER"),
        };
    }

    // An encrypted key begins with the algorithm's identifier (RFC 5958 §3), a certificate with its version or serial number.
    private static bool BeginsWithAlgorithm(ReadOnlySpan<byte> sequence) =>
        AsnDecoder.TryReadEncodedValue(sequence, AsnEncodingRules.BER, out _, out var start, out _, out _)
        && sequence[start..] is [0x06, ..];

    /// <summary>A SEQUENCE with a length of two or three bytes begins with 30 8x, in Base64 'MI'.</summary>
    public static bool IsBase64OfDer(ReadOnlySpan<byte> file) =>
        file.StartsWith("MI"u8) && Base64.IsValid(Encoding.ASCII.GetString(file));

    private static bool IsPem(ReadOnlySpan<byte> file) => file.IndexOf("-----BEGIN "u8) >= 0;

    private static OtherFile Of(string words, string whatToDo) =>
        new(words, new($"This is no PKCS #12 file, but {words}.", whatToDo));
}
