using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates.Names;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Certificates;

/// <summary>
/// Whether a certificate names the key that signed it (RFC 5280 §4.2.1.1): by the authority's subject key identifier, and by the
/// authority's own issuer and serial number, where it has these.
/// </summary>
internal static class KeyIdentifiers
{
    /// <summary>What does not fit, or null.</summary>
    /// <param name="certificate">One of a path.</param>
    /// <param name="issuer">The one above it.</param>
    /// <param name="isAnchor">Whether that is the last of the path.</param>
    public static string? Problem(X509Certificate2 certificate, X509Certificate2 issuer, bool isAnchor)
    {
        try
        {
            return certificate.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().FirstOrDefault() is { } named
                ? Fits(named, issuer)
                    ? null
                    : $"{Quote.Text(certificate.Subject)} names a key identifier that {Quote.Text(issuer.Subject)} does not have"
                // A self-issued authority is a second key of one name (§6.1), and by the name alone nobody can tell which is meant.
                : HasNameOfItsIssuer(certificate) || (HasNameOfItsIssuer(issuer) && !isAnchor)
                    ? $"{Quote.Text(certificate.Subject)} names no key of its issuer, which has more than one"
                    : null;
        }
        catch (CryptographicException)
        {
            // Of a trust anchor; of what is below it the extensions have been read before.
            return $"{Quote.Text(issuer.Subject)} has a key identifier that cannot be read";
        }
    }

    // In whatever spelling: others compare names so, and take such a certificate for self-signed.
    private static bool HasNameOfItsIssuer(X509Certificate2 certificate) =>
        DistinguishedName.Read(certificate.SubjectName).Matches(DistinguishedName.Read(certificate.IssuerName));

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
