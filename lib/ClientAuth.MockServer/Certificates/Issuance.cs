using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates.Der;

namespace ClientAuth.MockServer.Certificates;

/// <summary>Whether one certificate was issued with another: it names it, and has its signature (RFC 5280 §6.1.3 (a)).</summary>
internal static class Issuance
{
    // Byte for byte: an authority writes its name the same way everywhere (RFC 5280 §4.1.2.6).
    public static bool IsNamedBy(X509Certificate2 issued, X509Certificate2 issuer) =>
        issued.IssuerName.RawData.AsSpan().SequenceEqual(issuer.SubjectName.RawData);

    public static bool IsSignedBy(X509Certificate2 issued, X509Certificate2 issuer)
    {
        try
        {
            return SignedContent.Read(issued.RawData).IsSignedBy(issuer.PublicKey);
        }
        catch (AsnContentException)
        {
            // What is not DER through and through was signed by nobody who keeps the rules.
            return false;
        }
    }
}
