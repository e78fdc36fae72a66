using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.MockServer.Certificates;

/// <summary>The confirmation value <c>x5t#S256</c>: base64url of the SHA-256 of the certificate's DER (RFC 8705 §3.1).</summary>
internal static class CertificateThumbprint
{
    public static string Of(X509Certificate2 certificate) =>
        Base64Url.EncodeToString(SHA256.HashData(certificate.RawData));
}
