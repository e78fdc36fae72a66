using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Credentials;

/// <summary>The hash of a certificate's public key, as key pinning compares it. It stays the same when a certificate is renewed with the same key.</summary>
public static class PublicKeyHash
{
    /// <summary>Base64 SHA-256 of the certificate's SubjectPublicKeyInfo (RFC 7469 §2.4).</summary>
    public static string Of(X509Certificate2 certificate) => Convert.ToBase64String(Hash(certificate));

    /// <summary>The same in Base64url, as <c>tls_client_auth_authority_sha256</c> holds it.</summary>
    public static string Base64UrlOf(X509Certificate2 certificate) => Base64Url.EncodeToString(Hash(certificate));

    private static byte[] Hash(X509Certificate2 certificate) =>
        SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo());
}
