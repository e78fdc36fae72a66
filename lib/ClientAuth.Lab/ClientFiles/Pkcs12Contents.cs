using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Lab.ClientFiles;

/// <summary>What lies in a PKCS#12 file. Of its private keys only what is public is kept.</summary>
/// <param name="Certificates">In the order of the file.</param>
/// <param name="PublicKeys">The public half of each private key.</param>
internal sealed record Pkcs12Contents(
    IReadOnlyList<X509Certificate2> Certificates,
    IReadOnlyList<PublicHalf> PublicKeys
) : IDisposable
{
    /// <summary>Decrypts the file with managed code, the same on every system.</summary>
    /// <exception cref="CryptographicException">The passphrase is wrong, or the file is damaged.</exception>
    /// <exception cref="NotSupportedException">A private key is neither RSA nor EC, or on a curve that this system lacks.</exception>
    public static Pkcs12Contents Open(Pkcs12Info file, string? passphrase)
    {
        var (certificates, keys) = (new List<X509Certificate2>(), new List<PublicHalf>());
        foreach (var part in file.AuthenticatedSafe)
        {
            if (part.ConfidentialityMode == Pkcs12ConfidentialityMode.Password)
            {
                part.Decrypt(passphrase);
            }

            foreach (var bag in part.GetBags())
            {
                switch (bag)
                {
                    case Pkcs12CertBag { IsX509Certificate: true } certificate:
                        certificates.Add(certificate.GetCertificate());
                        break;
                    case Pkcs12ShroudedKeyBag shrouded:
                        var encrypted = shrouded.EncryptedPkcs8PrivateKey;
                        keys.Add(PublicHalf.Of(Pkcs8PrivateKeyInfo.DecryptAndDecode(passphrase, encrypted, out _)));
                        break;
                    case Pkcs12KeyBag key:
                        keys.Add(PublicHalf.Of(Pkcs8PrivateKeyInfo.Decode(key.Pkcs8PrivateKey, out _)));
                        break;
                }
            }
        }

        return new Pkcs12Contents(certificates, keys);
    }

    public void Dispose()
    {
        foreach (var certificate in Certificates)
        {
            certificate.Dispose();
        }
    }
}
