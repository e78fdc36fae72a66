using System.Security.Cryptography;
using ClientAuth.Protocol;

namespace ClientAuth.Client;

/// <summary>Reads private keys from PEM files (RFC 7468 §10).</summary>
internal static class PemKeyReader
{
    /// <summary>The key, as the kind that the signature algorithm needs.</summary>
    public static AsymmetricAlgorithm Read(string path, string signatureAlgorithm)
    {
        if (!SignatureAlgorithms.Asymmetric.Contains(signatureAlgorithm))
        {
            throw new ArgumentException(
                $"'{signatureAlgorithm}' does not sign with a private key; use one of {string.Join(", ", SignatureAlgorithms.Asymmetric)}."
            );
        }

        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"The PEM file '{path}' does not exist.", path);
        }

        var isElliptic = signatureAlgorithm.StartsWith("ES", StringComparison.Ordinal);
        AsymmetricAlgorithm key = isElliptic ? ECDsa.Create() : RSA.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
            CryptographicOperations.ZeroMemory(key.ExportPkcs8PrivateKey()); // fails where the file holds a public key only
            return key;
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            key.Dispose();
            var kind = isElliptic ? "EC" : "RSA";
            throw new InvalidDataException(
                $"'{path}' holds no unencrypted {kind} private key, which {signatureAlgorithm} needs; write it as PKCS#8 PEM.",
                error
            );
        }
    }
}
