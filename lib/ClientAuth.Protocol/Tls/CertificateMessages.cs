using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Protocol.Tls;

/// <summary>The messages about certificates, as TLS 1.2 writes them (RFC 5246 §7.4.2, §7.4.4, §7.4.8). TLS 1.3 encrypts its own.</summary>
internal static class CertificateMessages
{
    public static string Certificate(WireReader reader)
    {
        var subjects = new List<string>();
        var list = reader.Vector("certificate_list", 3);
        while (!list.IsAtEnd)
        {
            list.Block(
                "certificate",
                3,
                der =>
                {
                    subjects.Add(SubjectOf(der));
                    return subjects[^1];
                }
            );
        }

        return subjects.Count == 0 ? "no certificate" : string.Join("; issuer sent along: ", subjects);
    }

    public static string Request(WireReader reader)
    {
        reader.List("certificate_types", 1, 1, TlsNames.CertificateType);
        var algorithms = reader.List("supported_signature_algorithms", 2, 2, TlsNames.SignatureScheme);
        var authorities = new List<string>();
        var list = reader.Vector("certificate_authorities", 2);
        while (!list.IsAtEnd)
        {
            list.Block(
                "distinguished_name",
                2,
                der =>
                {
                    authorities.Add(NameOf(der));
                    return authorities[^1];
                }
            );
        }

        return $"{algorithms.Count} signature algorithms; "
            + (authorities.Count == 0 ? "of any authority" : $"of {string.Join("; ", authorities)}");
    }

    public static string Verify(WireReader reader)
    {
        var scheme = TlsNames.SignatureScheme(reader.Number("algorithm", 2, TlsNames.SignatureScheme));
        var signature = reader.Block("signature", 2);
        return $"{scheme}, a signature of {WireReader.Size(signature.Length)}";
    }

    private static string SubjectOf(ReadOnlyMemory<byte> der)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(der.Span);
            return certificate.Subject is "" ? "a certificate without subject" : certificate.Subject;
        }
        catch (CryptographicException)
        {
            return $"{WireReader.Size(der.Length)} that are no X.509 certificate";
        }
    }

    private static string NameOf(ReadOnlyMemory<byte> der)
    {
        try
        {
            return new X500DistinguishedName(der.Span).Name;
        }
        catch (CryptographicException)
        {
            return $"{WireReader.Size(der.Length)} that are no X.500 name";
        }
    }
}
