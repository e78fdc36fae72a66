using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Certificates;

/// <summary>
/// Whether everybody above the first certificate may issue, and at this height (RFC 5280 §6.1.4 (k) to (n)). The anchor is held
/// to it as well: one that says it is no authority was given by mistake.
/// </summary>
internal static class IssuerChecks
{
    public static bool Check(CertificatePath path, Rule rule, CheckTrace trace)
    {
        var problem = path
            .Authorities.Select((authority, height) => Problem(path, authority, height))
            .Concat(
                path.Issued.Select(link =>
                    KeyIdentifiers.Problem(link.Certificate, link.Issuer, link.Issuer == path.Certificates[^1])
                )
            )
            .FirstOrDefault(p => p is not null);
        return trace.Check(
            rule,
            problem is null,
            "authorities that may sign certificates, each with no more authorities below it than it allows",
            problem ?? string.Join(", ", path.Authorities.Select(authority => Quote.Text(authority.Subject)))
        );
    }

    /// <param name="path">The path.</param>
    /// <param name="authority">One of its authorities.</param>
    /// <param name="height">How many authorities stand below it.</param>
    private static string? Problem(CertificatePath path, X509Certificate2 authority, int height)
    {
        var constraints = authority.Extensions.OfType<X509BasicConstraintsExtension>().FirstOrDefault();
        var usage = authority.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault();
        var whose = Quote.Text(authority.Subject);
        if (constraints?.CertificateAuthority is not true)
        {
            return $"{whose} is no authority";
        }

        if (usage?.KeyUsages.HasFlag(X509KeyUsageFlags.KeyCertSign) is false)
        {
            return $"{whose} may not sign certificates: key usage {usage.KeyUsages}";
        }

        // Self-issued ones do not count: they give an authority another key.
        var below = path.Authorities.Take(height).Count(lower => !CertificatePath.IsSelfIssued(lower));
        return constraints.HasPathLengthConstraint && below > constraints.PathLengthConstraint
            ? $"{below} authorities below {whose}, which allows {constraints.PathLengthConstraint}"
            : null;
    }
}
