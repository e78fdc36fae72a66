using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates.Names;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Certificates;

/// <summary>
/// Whether every authority speaks only for names that those above it let it speak for (RFC 5280 §6.1.3 (b) and (c)). All five kinds
/// that the Internet's profile knows, on every platform alike.
/// </summary>
internal static class NameConstraintChecks
{
    private const string EmailAddress = "1.2.840.113549.1.9.1";

    public static bool Check(CertificatePath path, CheckTrace trace)
    {
        var problem = Enumerable
            .Range(1, path.Certificates.Count - 1)
            .Reverse()
            .Select(height => Problem(path, height))
            .FirstOrDefault(problem => problem is not null);
        return trace.Check(
            Rules.CertificateNameConstraints,
            problem is null,
            "names that each authority above may certify",
            problem ?? $"{Quote.Text(path.Leaf.Subject)}, below {Constrained(path)} constrained authorities"
        );
    }

    private static int Constrained(CertificatePath path) =>
        path.Authorities.Count(authority => NameConstraints.Of(authority) is not null);

    private static string? Problem(CertificatePath path, int height)
    {
        var authority = path.Certificates[height];
        if (NameConstraints.Of(authority) is not { } constraints)
        {
            return null;
        }

        try
        {
            return Refused(path, height, constraints) is { } refused
                ? $"{Describe(refused)}, which {Quote.Text(authority.Subject)} may not certify"
                : null;
        }
        catch (AsnContentException)
        {
            return $"a name that cannot be read, below {Quote.Text(authority.Subject)}, which may not certify every name";
        }
    }

    private static GeneralName? Refused(CertificatePath path, int height, NameConstraints constraints) =>
        // A self-issued authority is free, since it has the name of one that was judged.
        path
            .Certificates.Take(height)
            .Where((certificate, index) => index == 0 || !CertificatePath.IsSelfIssued(certificate))
            .SelectMany(Names)
            .FirstOrDefault(name => !constraints.Allow(name));

    private static IEnumerable<GeneralName> Names(X509Certificate2 certificate)
    {
        var alternatives = AlternativeNames.Of(certificate).All;
        var subject = DistinguishedName.Read(certificate.SubjectName);
        IEnumerable<GeneralName> ofSubject = subject.IsEmpty
            ? []
            : [new(GeneralNameKind.Directory, Directory: subject)];
        // An address in the subject counts where there is none in its proper place.
        var legacy = alternatives.Any(name => name.Kind == GeneralNameKind.Email)
            ? []
            : subject.ValuesOf(EmailAddress).Select(address => new GeneralName(GeneralNameKind.Email, address));
        return [.. alternatives, .. ofSubject, .. legacy];
    }

    private static string Describe(GeneralName name) =>
        name switch
        {
            { Text: not "" } => $"{name.Kind} name {Quote.Text(name.Text)}",
            { Kind: GeneralNameKind.IpAddress, Address.Length: 4 or 16 } =>
                $"IP name '{new System.Net.IPAddress(name.Address.Span)}'",
            _ => $"a name of kind {name.Kind}",
        };
}
