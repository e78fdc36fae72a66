using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Certificates;

/// <summary>
/// Whether a certificate names the key that signed it (RFC 5280 §4.2.1.1): by the authority's subject key identifier, and by the
/// authority's own issuer and serial number, where it has these.
/// </summary>
internal static class KeyIdentifiers
{
    /// <summary>What does not fit, or null.</summary>
    public static string? Problem(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        try
        {
            return
                certificate.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().FirstOrDefault() is { } named
                && !Fits(named, issuer)
                ? $"{Quote.Text(certificate.Subject)} names a key identifier that {Quote.Text(issuer.Subject)} does not have"
                : null;
        }
        catch (CryptographicException)
        {
            // Of a trust anchor; of what is below it the extensions have been read before.
            return $"{Quote.Text(issuer.Subject)} has a key identifier that cannot be read";
        }
    }

    private static bool Fits(X509AuthorityKeyIdentifierExtension named, X509Certificate2 issuer)
    {
        var own = issuer.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault();
        return (
                named.KeyIdentifier is not { } key
                || own is null
                || key.Span.SequenceEqual(own.SubjectKeyIdentifierBytes.Span)
            )
            && (named.SerialNumber is not { } serial || serial.Span.SequenceEqual(issuer.SerialNumberBytes.Span))
            && (named.NamedIssuer is not { } name || name.RawData.AsSpan().SequenceEqual(issuer.IssuerName.RawData));
    }
}
