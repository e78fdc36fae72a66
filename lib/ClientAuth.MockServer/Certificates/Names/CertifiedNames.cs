using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.MockServer.Certificates.Names;

/// <summary>The names of a certificate's subject that constraints apply to (RFC 5280 §4.2.1.10).</summary>
internal static class CertifiedNames
{
    private const string EmailAddress = "1.2.840.113549.1.9.1";
    private const string CommonName = "2.5.4.3";

    /// <exception cref="AsnContentException">One of them cannot be read.</exception>
    public static IReadOnlyList<GeneralName> Of(X509Certificate2 certificate)
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
            // What stands in the subject counts where there is none in its proper place: an address, and a host's name as a common name,
            // which RFC 5280 does not ask for and OpenSSL does (RFC 6125 §6.4.4 tells why).
            .. Unless(GeneralNameKind.Email, subject.ValuesOf(EmailAddress)),
            .. Unless(GeneralNameKind.Dns, subject.ValuesOf(CommonName).Where(IsHostName)),
        ];

        IEnumerable<GeneralName> Unless(GeneralNameKind kind, IEnumerable<string> values) =>
            alternatives.Any(name => name.Kind == kind) ? [] : values.Select(value => new GeneralName(kind, value));
    }

    private static bool IsHostName(string value) =>
        value.Contains('.', StringComparison.Ordinal) && HostName.IsWellFormedOrWildcard(value);
}
