using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates.Der;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Certificates;

/// <summary>
/// Whether the server understands what a path says: no critical extension that it does not know, none twice, none that it knows and
/// cannot read, none that does not belong where it is (RFC 5280 §4.2, §6.1.4 (o)). Policies are known and make no difference, since
/// no policy is asked for; constraints on them are not, and are refused, also where they are not critical: they must be.
/// </summary>
internal static class ExtensionChecks
{
    // Policy constraints, inhibit anyPolicy, and what makes a proxy of a client (RFC 5280 §4.2.1.11, §4.2.1.14; RFC 3820 §3.8).
    private static readonly string[] AlwaysCritical = ["2.5.29.36", "2.5.29.54", "1.3.6.1.5.5.7.1.14"];

    // Key identifiers and the names of an issuer (RFC 5280 §4.2.1.1, §4.2.1.2, §4.2.1.7).
    private static readonly string[] NeverCritical = ["2.5.29.14", "2.5.29.18", "2.5.29.35"];

    public static bool Check(CertificatePath path, Rule rule, CheckTrace trace)
    {
        var problem = path
            .Certificates.Select(certificate => Problem(certificate, isLeaf: ReferenceEquals(certificate, path.Leaf)))
            .FirstOrDefault(problem => problem is not null);
        return trace.Check(
            rule,
            problem is null,
            "each extension once, and every critical one known",
            problem ?? $"{path.Certificates.Sum(one => one.Extensions.Count)} in {path.Certificates.Count} certificates"
        );
    }

    private static string? Problem(X509Certificate2 certificate, bool isLeaf)
    {
        var content = new ExtensionContent();
        var seen = new HashSet<string>();
        foreach (var extension in certificate.Extensions)
        {
            var oid = extension.Oid?.Value ?? "";
            var whose = $"{oid} in {Quote.Text(certificate.Subject)}";
            if (!seen.Add(oid))
            {
                return $"twice {whose}";
            }

            try
            {
                var isKnown = content.TryRead(oid, extension.RawData);
                if (!isKnown && (extension.Critical || AlwaysCritical.Contains(oid)))
                {
                    return $"critical and unknown {whose}";
                }

                if (extension.Critical && NeverCritical.Contains(oid))
                {
                    return $"critical, which it never is, {whose}";
                }
            }
            catch (AsnContentException e)
            {
                return $"unreadable {whose}: {MalformedEncodingException.Describe(e)}";
            }
        }

        // Authorities are judged by their right to issue: one without cA has none.
        return isLeaf && content.Misplaced is { } misplaced
            ? $"{misplaced} in {Quote.Text(certificate.Subject)}"
            : null;
    }
}
