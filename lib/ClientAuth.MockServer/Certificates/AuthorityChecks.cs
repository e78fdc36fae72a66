using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Certificates;

/// <summary>
/// Whether the client's own authority issued the certificate, where its registration names one. Any trusted authority could
/// otherwise issue a certificate with the same name (RFC 8705 §7.4). By key, since a name can be copied.
/// </summary>
internal static class AuthorityChecks
{
    public static bool Check(ClientMetadata client, CertificatePath path, CheckTrace trace)
    {
        if (client.TlsClientAuthAuthoritySha256 is not { } registered)
        {
            return true;
        }

        var seen = path.Authorities.Select(Pin).ToList();
        return trace.Check(
            Rules.CertificateAuthority,
            seen.Contains(registered),
            $"an authority with the key {registered}",
            string.Join(
                ", ",
                path.Authorities.Select(authority => $"{Quote.Text(authority.Subject)} with {Pin(authority)}")
            )
        );
    }

    private static string Pin(X509Certificate2 authority) =>
        Base64Url.EncodeToString(SHA256.HashData(authority.PublicKey.ExportSubjectPublicKeyInfo()));
}
