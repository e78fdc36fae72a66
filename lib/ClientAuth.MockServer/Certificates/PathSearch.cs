using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.MockServer.Certificates;

/// <summary>
/// Looks for a path by names and signatures (RFC 4158). Own code rather than <see cref="X509Chain"/>: that one judges differently on
/// Windows, macOS and Linux, may ask the machine's stores, and mixes the search with the judgement that is explained check by check.
/// </summary>
/// <param name="anchors">Where a path may end.</param>
/// <param name="longest">Most certificates of a path, both ends included.</param>
/// <param name="clock">What is in force is tried first.</param>
internal sealed class PathSearch(X509Certificate2Collection anchors, int longest, TimeProvider clock)
{
    // Certificates that all go by one name would otherwise cost as many signatures as there are orders of them.
    private const int MostSignatures = 32;

    private readonly VerifiedIssuances _issuances = new();

    /// <summary>What is looked for, for a trace.</summary>
    public string Describe() => $"one of {anchors.Count} trusted authorities, of at most {longest} certificates";

    /// <summary>The first path found, or null.</summary>
    public CertificatePath? Find(X509Certificate2 leaf, X509Certificate2Collection intermediates)
    {
        var signatures = 0;
        List<X509Certificate2> candidates = [.. anchors, .. intermediates.OrderByDescending(IsInForce)];
        return Extend([leaf]) is { } found ? new CertificatePath(found) : null;

        IReadOnlyList<X509Certificate2>? Extend(IReadOnlyList<X509Certificate2> path)
        {
            if (path.Count == longest)
            {
                return null;
            }

            foreach (
                var issuer in candidates.Where(candidate =>
                    Issuance.IsNamedBy(path[^1], candidate) && !Holds(path, candidate)
                )
            )
            {
                if (++signatures > MostSignatures)
                {
                    return null;
                }

                if (!_issuances.Contains(path[^1], issuer))
                {
                    continue;
                }

                IReadOnlyList<X509Certificate2> longer = [.. path, issuer];
                if ((Holds(anchors, issuer) ? longer : Extend(longer)) is { } found)
                {
                    return found;
                }
            }

            return null;
        }
    }

    private static bool Holds(IEnumerable<X509Certificate2> certificates, X509Certificate2 certificate) =>
        certificates.Any(one => SameCertificate.Is(one, certificate));

    private bool IsInForce(X509Certificate2 certificate) => ValidityChecks.IsInForce(certificate, clock.GetUtcNow());
}
