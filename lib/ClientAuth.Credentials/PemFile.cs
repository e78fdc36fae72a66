using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ClientAuth.Credentials.KeyStorage;

namespace ClientAuth.Credentials;

/// <summary>Writes certificates and keys as text (RFC 7468).</summary>
public static class PemFile
{
    /// <summary>Certificates, one below the other; public, so with the folder's usual rights.</summary>
    public static void WriteCertificates(string path, params IReadOnlyList<X509Certificate2> certificates) =>
        File.WriteAllText(path, string.Concat(certificates.Select(one => one.ExportCertificatePem() + '\n')));

    /// <summary>A public key as SubjectPublicKeyInfo.</summary>
    public static void WritePublicKey(string path, AsymmetricAlgorithm key) =>
        File.WriteAllText(path, key.ExportSubjectPublicKeyInfoPem() + '\n');

    /// <summary>A private key as PKCS#8, not encrypted, readable by the owner alone.</summary>
    public static void WritePrivateKey(string path, AsymmetricAlgorithm key) =>
        OwnerOnlyFile.Write(path, Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + '\n'));
}
