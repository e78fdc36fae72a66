using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Platforms.Evidence;

/// <summary>
/// Whether a maker of devices vouches for a key: its certificates lead, in the order in which they were sent, to a root of the
/// policy (RFC 5280 §6). Unlike a client's certificate, one of a device may be meant for anything; what its dates are worth, its
/// platform says.
/// </summary>
internal sealed class DeviceChainChecks(AlgorithmChecks algorithms)
{
    /// <summary>The path, or null where a check failed.</summary>
    /// <param name="chain">What was sent, the attested key's certificate first.</param>
    /// <param name="roots">Where it may end.</param>
    /// <param name="policy">Whose roots these are, for the trace.</param>
    /// <param name="trace">Where every check leaves its line.</param>
    public CertificatePath? Check(
        IReadOnlyList<X509Certificate2> chain,
        X509Certificate2Collection roots,
        string policy,
        CheckTrace trace
    ) =>
        CheckChain(chain, trace)
        && FindRoot(chain, roots, policy, trace) is { } path
        && ExtensionChecks.Check(path, Rules.DeviceExtensions, trace)
        && algorithms.Check(path, Rules.DeviceAlgorithms, trace)
        && IssuerChecks.Check(path, Rules.DeviceIssuers, trace)
            ? path
            : null;

    private static bool CheckChain(IReadOnlyList<X509Certificate2> chain, CheckTrace trace)
    {
        var links = chain.Zip(chain.Skip(1)).ToList();
        var broken = links.FindIndex(link => !IsIssued(link.First, link.Second));
        // A root issued itself, and would pass any number of times (RFC 5280 §6.1).
        var repeated = chain
            .GroupBy(certificate => Convert.ToHexString(certificate.RawData))
            .FirstOrDefault(same => same.Count() > 1);
        return trace.Check(
            Rules.DeviceChain,
            broken < 0 && repeated is null,
            "certificates that were each issued by the next, none twice",
            broken >= 0 ? $"x5c[{broken}] and x5c[{broken + 1}], which do not fit together"
                : repeated is null ? $"{chain.Count} certificates"
                : $"{Quote.Text(repeated.First().Subject)} twice"
        );
    }

    private static CertificatePath? FindRoot(
        IReadOnlyList<X509Certificate2> chain,
        X509Certificate2Collection roots,
        string policy,
        CheckTrace trace
    )
    {
        var last = chain[^1];
        var isSent = roots.Any(root => SameCertificate.Is(root, last));
        var root = isSent ? last : roots.FirstOrDefault(root => IsIssued(last, root));
        return trace.Check(
            Rules.DeviceRoot,
            root is not null,
            $"a chain that ends at a root of the policy {Quote.Text(policy)}",
            root is null
                ? $"a chain that ends at the issuer {Quote.Text(last.Issuer)}, whose name and key match no root of the policy"
                : Quote.Text(root.Subject)
        )
            ? new CertificatePath(isSent || root is null ? chain : [.. chain, root])
            : null;
    }

    private static bool IsIssued(X509Certificate2 issued, X509Certificate2 issuer) =>
        Issuance.IsNamedBy(issued, issuer) && Issuance.IsSignedBy(issued, issuer);
}
