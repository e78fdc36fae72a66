using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Credentials;

/// <summary>
/// A certificate authority for lessons and tests. It is no real one: it keeps its key in memory, checks nothing before it
/// issues, revokes nothing, and issues wrong certificates on request. Trust it only inside the lab that made it.
/// </summary>
public sealed class LabAuthority : IDisposable
{
    private readonly X509Certificate2 _certificateWithKey;
    private readonly TimeProvider _clock;

    private LabAuthority(X509Certificate2 certificateWithKey, LabAuthority? issuer, TimeProvider clock)
    {
        _certificateWithKey = certificateWithKey;
        _clock = clock;
        Certificate = X509CertificateLoader.LoadCertificate(certificateWithKey.RawData);
        Intermediates = issuer is null ? [] : [Certificate, .. issuer.Intermediates];
    }

    /// <summary>The authority's own certificate, without its private key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>What a holder presents besides its own certificate: from this authority up to, and without, the root.</summary>
    public IReadOnlyList<X509Certificate2> Intermediates { get; }

    /// <summary>A new root; two with the same name have different keys.</summary>
    public static LabAuthority Create(TimeProvider clock, string name = "Client Authentication Lab Root")
    {
        using var draft = new CertificateDraft(CertificateProfile.Authority(name), clock);
        return new LabAuthority(draft.SelfSign(), issuer: null, clock);
    }

    /// <summary>A certificate with its private key. The caller disposes of it.</summary>
    public X509Certificate2 Issue(CertificateProfile profile)
    {
        using var draft = new CertificateDraft(profile, _clock);
        return draft.SignWith(_certificateWithKey);
    }

    /// <summary>An authority below this one that may issue end-entity certificates only.</summary>
    public LabAuthority IssueIntermediate(string name) =>
        IssueIntermediate(CertificateProfile.Authority(name, pathLength: 0));

    /// <summary>What stands below this one and issues, as the profile has it: also one that must not issue.</summary>
    public LabAuthority IssueIntermediate(CertificateProfile profile) => new(Issue(profile), this, _clock);

    public void Dispose()
    {
        _certificateWithKey.Dispose();
        Certificate.Dispose();
    }
}
