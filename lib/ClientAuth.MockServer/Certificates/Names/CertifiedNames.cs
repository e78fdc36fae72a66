using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.MockServer.Certificates.Names;

/// <summary>The names of a certificate's subject that constraints apply to (RFC 5280 §4.2.1.10).</summary>
internal static class CertifiedNames
{
    private const string EmailAddress = "1.2.840.113549.1.9.1";
    private const string CommonName = "2.5.4.3";

    /// <param name="certificate">Whose names they are.</param>
    /// <param name="isLeaf">Whether it is a client's own; an authority's common name is no host's.</param>
    /// <exception cref="AsnContentException">One of them cannot be read.</exception>
    public static IReadOnlyList<GeneralName> Of(X509Certificate2 certificate, bool isLeaf)
    {
        var alternatives = AlternativeNames.Of(certificate).All;
        var subject = DistinguishedName.Read(certificate.SubjectName);
        IEnumerable<GeneralName> ofSubject = subject.IsEmpty
            ? []
            : [new(GeneralNameKind.Directory, Directory: subject)];
        return
        [
            .. alternatives,
            .. ofSubject,
            // RFC 5280 asks for an address in the subject only where there is none in its proper place. OpenSSL always asks, and an address
            // that an authority may not certify is no better for standing in the wrong place.
            .. subject.ValuesOf(EmailAddress).Select(value => new GeneralName(GeneralNameKind.Email, value)),
            // A host's name as a common name, which RFC 5280 does not ask for and OpenSSL does (RFC 6125 §6.4.4 tells why).
            .. !isLeaf || alternatives.Any(name => name.Kind == GeneralNameKind.Dns)
                ? []
                : subject
                    .ValuesOf(CommonName)
                    .Where(IsHostName)
                    .Select(value => new GeneralName(GeneralNameKind.Dns, value)),
        ];
    }

    private static bool IsHostName(string value) =>
        value.Contains('.', StringComparison.Ordinal) && HostName.IsWellFormedOrWildcard(value);
}
