using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Client.CredentialFiles;

/// <summary>Opens PKCS#12 files (RFC 7292).</summary>
internal static class Pkcs12Reader
{
    private const int WrongPassword = unchecked((int)0x80070056);

    /// <summary>The certificate with the private key first, then the others.</summary>
    public static IReadOnlyList<X509Certificate2> Read(string path, string passphrase)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"The PKCS#12 file '{path}' does not exist.", path);
        }

        var certificates = Open(path, passphrase).OrderByDescending(one => one.HasPrivateKey).ToArray();
        return certificates is [{ HasPrivateKey: true }, ..]
            ? certificates
            : throw new InvalidDataException(
                $"The PKCS#12 file '{path}' holds no certificate with a private key; export it again, key included."
            );
    }

    private static X509Certificate2Collection Open(string path, string passphrase)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12CollectionFromFile(path, passphrase);
        }
        catch (CryptographicException error) when (error.HResult == WrongPassword)
        {
            throw new InvalidDataException($"The passphrase does not open the PKCS#12 file '{path}'.", error);
        }
        catch (CryptographicException error)
        {
            throw new InvalidDataException(
                $"'{path}' cannot be read as a PKCS#12 file: it is damaged or of another kind.",
                error
            );
        }
    }
}
