using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;

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
    public static CertificateChecks For(AuthorizationServerOptions options) =>
        new(
            new PathSearch(options.ClientAuthorities, options.MaximumCertificatePathLength, options.Clock),
            new AlgorithmChecks(options.MinimumRsaKeySize),
            new RevocationChecks([.. options.RevocationLists.Select(der => RevocationList.Read(der))], options.Clock),
            options.Clock
        );

    /// <summary>The path, or null where a check failed.</summary>
    public CertificatePath? Check(PresentedCredential.Certificate credential, Trail trail) =>
        Find(credential, trail) is { } path
        && ExtensionChecks.Check(path, Rules.CertificateExtensions, trail)
        && algorithms.Check(path, Rules.CertificateAlgorithms, trail)
        && ValidityChecks.Check(path, clock.GetUtcNow(), Rules.CertificateValidity, trail)
        && IssuerChecks.Check(path, Rules.CertificateIssuers, trail)
        && NameConstraintChecks.Check(path, trail)
        && UsageChecks.Check(path, trail)
        && revocations.Check(path, trail)
            ? path
            : null;

    private CertificatePath? Find(PresentedCredential.Certificate credential, Trail trail)
    {
        var path = search.Find(credential.Leaf, credential.Intermediates);
        var found = trail.Check(
            Rules.CertificateChain,
            path is not null,
            $"a path of signatures to {search.Describe()}",
            path is null
                ? $"no path from the issuer {Quote.Text(credential.Leaf.Issuer)}"
                : $"a path to {Quote.Text(path.Certificates[^1].Subject)}"
        );
        // Without a path there is nothing but the certificate for the other checks to judge.
        return found ? path ?? new CertificatePath([credential.Leaf]) : null;
    }
}
