using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Certificates;

/// <summary>
/// Path validation against the server's own anchors at the server's own time (RFC 5280 §6). The TLS layer lets every
/// certificate through, so that a refusal can be explained: what is not checked here is not checked at all. Nothing is fetched: no
/// issuer, no revocation list, no answer about a status.
/// </summary>
internal sealed class CertificateChecks(
    PathSearch search,
    AlgorithmChecks algorithms,
    RevocationChecks revocations,
    TimeProvider clock
)
{
    /// <summary>The path, or null where a check failed.</summary>
    public CertificatePath? Check(PresentedCertificate presented, CheckTrace trace) =>
        Find(presented, trace) is { } path
        && ExtensionChecks.Check(path, Rules.CertificateExtensions, trace)
        && algorithms.Check(path, Rules.CertificateAlgorithms, trace)
        && ValidityChecks.Check(path, clock.GetUtcNow(), Rules.CertificateValidity, trace)
        && IssuerChecks.Check(path, Rules.CertificateIssuers, trace)
        && NameConstraintChecks.Check(path, trace)
        && UsageChecks.Check(path, trace)
        && revocations.Check(path, trace)
            ? path
            : null;

    private CertificatePath? Find(PresentedCertificate presented, CheckTrace trace)
    {
        var path = search.Find(presented.Leaf, presented.Intermediates);
        var found = trace.Check(
            Rules.CertificateChain,
            path is not null,
            $"a path of signatures to {search.Describe()}",
            path is null
                ? $"no path from the issuer {Quote.Text(presented.Leaf.Issuer)}"
                : $"a path to {Quote.Text(path.Certificates[^1].Subject)}"
        );
        // Without a path there is nothing but the certificate for the other checks to judge.
        return found ? path ?? new CertificatePath([presented.Leaf]) : null;
    }
}
