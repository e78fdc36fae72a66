using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.MockServer.Certificates;

/// <summary>
/// Looks for paths by names and signatures (RFC 4158). Own code rather than <see cref="X509Chain"/>: that one judges differently on
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

    /// <summary>
    /// Every path, one after the other, until <see cref="MostSignatures"/> signatures have been looked at. The order in which the
    /// certificates were sent makes no difference.
    /// </summary>
    public IEnumerable<CertificatePath> Find(X509Certificate2 leaf, IEnumerable<X509Certificate2> intermediates)
    {
        var sent = intermediates
            .Where(candidate => !Holds(anchors, candidate))
            .DistinctBy(candidate => Convert.ToHexString(SHA256.HashData(candidate.RawData)))
            .OrderByDescending(IsInForce)
            .ThenBy(candidate => Convert.ToHexString(SHA256.HashData(candidate.RawData)), StringComparer.Ordinal);
        return Extend([leaf], [.. anchors, .. sent], new Remaining(MostSignatures))
            .Select(path => new CertificatePath(path));
    }

    private IEnumerable<IReadOnlyList<X509Certificate2>> Extend(
        IReadOnlyList<X509Certificate2> path,
        IReadOnlyList<X509Certificate2> candidates,
        Remaining signatures
    )
    {
        if (path.Count == longest)
        {
            yield break;
        }

        foreach (var issuer in candidates)
        {
            if (!Issuance.IsNamedBy(path[^1], issuer) || Holds(path, issuer))
            {
                continue;
            }

            if (!signatures.TryTake(1))
            {
                yield break;
            }

            if (!_issuances.Contains(path[^1], issuer))
            {
                continue;
            }

            IReadOnlyList<X509Certificate2> longer = [.. path, issuer];
            if (Holds(anchors, issuer))
            {
                yield return longer;
            }

            // Also above an anchor, where another may stand: a client may be registered with the upper one's key.
            foreach (var found in Extend(longer, candidates, signatures))
            {
                yield return found;
            }
        }
    }

    private static bool Holds(IEnumerable<X509Certificate2> certificates, X509Certificate2 certificate) =>
        certificates.Any(one => SameCertificate.Is(one, certificate));

    private bool IsInForce(X509Certificate2 certificate) => ValidityChecks.IsInForce(certificate, clock.GetUtcNow());
}
