using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Certificates;

/// <summary>
/// Path validation against the server's own anchors at the server's own time (RFC 5280 §6). The TLS layer accepts every certificate that
/// it can read, so that a refusal can be explained: what is not checked here is not checked at all. On Linux it cannot read every one,
/// and then <see cref="Rules.CertificateHandshake"/> says so. Nothing is fetched: no issuer, no revocation list, no answer about a status.
/// </summary>
internal sealed class CertificateChecks(
    PathSearch search,
    EncodingChecks encoding,
    AlgorithmChecks algorithms,
    NameConstraintChecks names,
    RevocationChecks revocations,
    TimeProvider clock
)
{
    // Of the paths that fell, as many are described; the trace is for reading.
    private const int Described = 3;

    /// <summary>A path on which every check holds, or null: then the trace has the checks of the path that got furthest.</summary>
    /// <param name="presented">What the request came with.</param>
    /// <param name="trace">Where every check leaves its line.</param>
    /// <param name="client">Whose registered authority must be in the path; null where none is asked for.</param>
    public CertificatePath? Check(PresentedCertificate presented, CheckTrace trace, ClientMetadata? client = null)
    {
        if (!encoding.Check(presented.Leaf, trace))
        {
            return null;
        }

        var malformed = presented.Intermediates.Where(one => encoding.Problem(one) is not null).ToList();
        var comparisons = NameConstraintChecks.NewAllowance();
        var attempts = new List<PathAttempt>();
        var wellFormed = presented.Intermediates.Where(one => encoding.Problem(one) is null);
        foreach (var path in search.Find(presented.Leaf, wellFormed))
        {
            attempts.Add(new PathAttempt(path, trace.Branch()));
            if (Check(path, client, comparisons, attempts[^1].Trace))
            {
                break;
            }
        }

        // MaxBy takes the first of several, and the one that holds is the last.
        var best = attempts.Find(attempt => attempt.Holds) ?? attempts.MaxBy(attempt => attempt.Progress);
        if (best is null)
        {
            // Without a path there is nothing but the certificate for the other checks to judge.
            var alone = new CertificatePath([presented.Leaf]);
            return
                CheckFound(false, DescribeNone(presented.Leaf, malformed), trace)
                && Check(alone, client, comparisons, trace)
                ? alone
                : null;
        }

        CheckFound(true, Describe(best, attempts), trace);
        trace.Append(best.Trace);
        return best.Holds ? best.Path : null;
    }

    private bool Check(CertificatePath path, ClientMetadata? client, Remaining comparisons, CheckTrace trace) =>
        ExtensionChecks.Check(path, Rules.CertificateExtensions, trace)
        && algorithms.Check(path, Rules.CertificateAlgorithms, trace)
        && ValidityChecks.Check(path, clock.GetUtcNow(), Rules.CertificateValidity, trace)
        && IssuerChecks.Check(path, Rules.CertificateIssuers, trace)
        && names.Check(path, comparisons, trace)
        && UsageChecks.Check(path, trace)
        && revocations.Check(path, trace)
        && (client is null || AuthorityChecks.Check(client, path, trace));

    private bool CheckFound(bool found, string seen, CheckTrace trace) =>
        trace.Check(Rules.CertificateChain, found, $"a path of signatures to {search.Describe()}", seen);

    private static string Describe(PathAttempt best, List<PathAttempt> attempts)
    {
        var fallen = attempts.Where(attempt => attempt != best).ToList();
        return best.Describe(isOnly: fallen is [])
            + string.Concat(fallen.Take(Described).Select(attempt => $"; {attempt.DescribeFall()}"))
            + (fallen.Count > Described ? $"; and {fallen.Count - Described} more" : "");
    }

    private string DescribeNone(X509Certificate2 leaf, List<X509Certificate2> malformed) =>
        $"no path from the issuer {Quote.Text(leaf.Issuer)}"
        + string.Concat(
            malformed
                .Take(Described)
                .Select(one => $"; left aside {Quote.Text(one.Subject)}, for {encoding.Problem(one)}")
        );
}
