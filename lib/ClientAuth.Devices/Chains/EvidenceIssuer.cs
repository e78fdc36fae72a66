using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;

namespace ClientAuth.Devices.Chains;

/// <summary>The authority with which a platform signs attestations. It stands below a maker's root, or below another authority of that maker.</summary>
/// <param name="root">The maker's root.</param>
/// <param name="above">Who issues its certificate: the root, or an authority below it.</param>
/// <param name="profile">What its certificate says.</param>
/// <param name="clock">When certificates start and end.</param>
internal sealed class EvidenceIssuer(
    LabAuthority root,
    LabAuthority above,
    CertificateProfile profile,
    TimeProvider clock
) : IDisposable
{
    private readonly LabAuthority _own = above.IssueIntermediate(profile);

    /// <summary>The root above it, in DER.</summary>
    public byte[] Root => root.Certificate.RawData;

    /// <summary>Of the key that it signs with.</summary>
    public X509Certificate2 Certificate => _own.Certificate;

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
        var issuers = chain.SignedByAttestedKey ? signer!.Intermediates : issuer.Intermediates;
        return [certificate.RawData, .. issuers.Skip(chain.SendsIntermediate ? 0 : 1).Select(one => one.RawData)];
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
        return above.IssueIntermediate(carriesStatement ? With(changed, statement) : changed);
    }

    private static CertificateProfile With(CertificateProfile profile, X509Extension statement) =>
        profile with
        {
            OtherExtensions = [.. profile.OtherExtensions, statement],
        };
}
