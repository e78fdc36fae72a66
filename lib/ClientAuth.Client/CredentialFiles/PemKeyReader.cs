using System.Security.Cryptography;

namespace ClientAuth.Client.CredentialFiles;

/// <summary>Reads private keys from PEM files (RFC 7468 §10).</summary>
internal static class PemKeyReader
{
    /// <summary>Reads the private key of one file.</summary>
    /// <param name="path">The PEM file.</param>
    /// <param name="signatureAlgorithm">Tells the kind of key: EC for <c>ES…</c>, else RSA.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file holds no unencrypted private key of that kind.</exception>
    public static AsymmetricAlgorithm Read(string path, string signatureAlgorithm)
    {
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
