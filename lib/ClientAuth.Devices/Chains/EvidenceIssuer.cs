using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;

namespace ClientAuth.Devices.Chains;

/// <summary>What a platform signs with: an authority of its own below a maker's root.</summary>
internal sealed class EvidenceIssuer(LabAuthority root, CertificateProfile profile, TimeProvider clock) : IDisposable
{
    private readonly LabAuthority _own = root.IssueIntermediate(profile);

    /// <summary>The root above it, in DER.</summary>
    public byte[] Root => root.Certificate.RawData;

    /// <summary>Certificates in DER, the key's first, without the root.</summary>
    public IReadOnlyList<byte[]> Issue(PublicKey key, EvidenceChain chain, X509Extension statement)
    {
        using var replaced = ReplacedIntermediate(chain, statement);
        var issuer = replaced ?? _own;
        using var signer =
            chain.SignedByNamesake ? LabAuthority.Create(clock, profile)
            : chain.SignedByAttestedKey ? issuer.IssueIntermediate(With(chain.Leaf, statement))
            : null;
        var leaf = chain.Statement.HasFlag(StatementPlace.Leaf) ? With(chain.Leaf, statement) : chain.Leaf;
        using var certificate = (signer ?? issuer).Certify(key, leaf);
        var above = chain.SignedByAttestedKey ? signer!.Intermediates : issuer.Intermediates;
        return [certificate.RawData, .. chain.SendsIntermediate ? above.Select(one => one.RawData) : []];
    }

    public void Dispose() => _own.Dispose();

    private LabAuthority? ReplacedIntermediate(EvidenceChain chain, X509Extension statement)
    {
        var carriesStatement = chain.Statement.HasFlag(StatementPlace.Intermediate);
        if (chain.Intermediate is null && !carriesStatement)
        {
            return null;
        }

        var changed = chain.Intermediate?.Invoke(profile) ?? profile;
        return root.IssueIntermediate(carriesStatement ? With(changed, statement) : changed);
    }

    private static CertificateProfile With(CertificateProfile profile, X509Extension statement) =>
        profile with
        {
            OtherExtensions = [.. profile.OtherExtensions, statement],
        };
}
