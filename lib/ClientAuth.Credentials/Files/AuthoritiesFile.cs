using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ClientAuth.Credentials.Clients;

namespace ClientAuth.Credentials.Files;

/// <summary>A file of certificates in PEM (RFC 7468 §5), one below the other.</summary>
public static class AuthoritiesFile
{
    /// <summary>Reads all of them.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It holds no certificate, or one that cannot be read.</exception>
    public static X509Certificate2Collection Read(string path)
    {
        var text = Encoding.UTF8.GetString(Utf8File.Read("CA", path));
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(text);
        }
        catch (CryptographicException e)
        {
            throw new InvalidDataException($"{path}: holds a certificate that cannot be read: {e.Message}", e);
        }

        return certificates is []
            ? throw new InvalidDataException($"{path}: holds no certificate in PEM (-----BEGIN CERTIFICATE-----).")
            : certificates;
    }
}
