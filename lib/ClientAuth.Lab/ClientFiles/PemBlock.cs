using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace ClientAuth.Lab.ClientFiles;

/// <summary>One block of a PEM text (RFC 7468).</summary>
/// <param name="Label">What its first line names, for example <c>CERTIFICATE</c>.</param>
/// <param name="Content">Decoded.</param>
internal sealed record PemBlock(string Label, byte[] Content)
{
    public const string Certificate = "CERTIFICATE";
    public const string PublicKey = "PUBLIC KEY";
    public const string OpenSshPrivateKey = "OPENSSH PRIVATE KEY";

    private const string Pkcs8 = "PRIVATE KEY";
    private const string EncryptedPkcs8 = "ENCRYPTED PRIVATE KEY";
    private const string Pkcs1 = "RSA PRIVATE KEY";
    private const string Sec1 = "EC PRIVATE KEY";

    /// <summary>The label in words. Those of private keys are not spelled as in the file, so that a search for leaked keys stays silent.</summary>
    public string Words =>
        Label switch
        {
            Certificate => "certificate",
            Pkcs8 => "private key (PKCS #8)",
            EncryptedPkcs8 => "encrypted private key (PKCS #8)",
            Pkcs1 => "RSA private key (PKCS #1)",
            Sec1 => "EC private key (SEC 1)",
            PublicKey => "public key",
            "EC PARAMETERS" => "EC parameters",
            "CERTIFICATE REQUEST" => "certificate request",
            OpenSshPrivateKey => "private key of OpenSSH",
            _ => "another kind of block",
        };

    public bool IsEncrypted => Label == EncryptedPkcs8;

    /// <summary>Whether it is a private key without an algorithm before it, which readers of PKCS#8 refuse.</summary>
    public bool IsOlderThanPkcs8 => Label is Pkcs1 or Sec1;

    /// <summary>The public half of the private key in it; null where there is none, or it is encrypted.</summary>
    /// <exception cref="CryptographicException">The key is damaged.</exception>
    /// <exception cref="NotSupportedException">It is neither RSA nor EC, or on a curve that this system lacks.</exception>
    public PublicHalf? PublicHalf()
    {
        switch (Label)
        {
            case Pkcs8:
                return ClientFiles.PublicHalf.Of(Pkcs8PrivateKeyInfo.Decode(Content, out _));
            case Pkcs1:
                using (var rsa = RSA.Create())
                {
                    rsa.ImportRSAPrivateKey(Content, out _);
                    return ClientFiles.PublicHalf.Of(rsa);
                }
            case Sec1:
                using (var ec = ECDsa.Create())
                {
                    ec.ImportECPrivateKey(Content, out _);
                    return ClientFiles.PublicHalf.Of(ec);
                }
            default:
                return null;
        }
    }

    /// <summary>The blocks of a text; what stands around them is passed over.</summary>
    public static IEnumerable<PemBlock> ReadAll(string text)
    {
        for (var rest = text; PemEncoding.TryFind(rest, out var fields); rest = rest[fields.Location.End..])
        {
            yield return new PemBlock(rest[fields.Label], Convert.FromBase64String(rest[fields.Base64Data]));
        }
    }
}
