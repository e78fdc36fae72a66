using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Credentials;

/// <summary>
/// A certificate authority for lessons and tests. It is no real one: it keeps its key in memory, checks nothing before it
/// issues, and issues wrong certificates on request. Trust it only inside the lab that made it.
/// </summary>
public sealed class LabAuthority : IDisposable
{
    // Beside the certificate: an authority takes part in no handshake, and a certificate with its key costs a keychain file on
    // macOS and a key file on Windows.
    private readonly AsymmetricAlgorithm _key;
    private readonly TimeProvider _clock;
    private readonly RevokedCertificates _revoked;
    private readonly ConcurrentBag<X509Certificate2> _issued = [];
    private readonly bool _ownsIssued;

    private LabAuthority(
        X509Certificate2 certificate,
        AsymmetricAlgorithm key,
        LabAuthority? issuer,
        TimeProvider clock,
        bool ownsIssued = false
    )
    {
        _ownsIssued = ownsIssued;
        Certificate = certificate;
        _key = key;
        _clock = clock;
        _revoked = new RevokedCertificates(certificate, key, clock);
        Intermediates = issuer is null ? [] : [Certificate, .. issuer.Intermediates];
    }

    /// <summary>The authority's own certificate, without its private key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>What a holder presents besides its own certificate: from this authority up to, and without, the root.</summary>
    public IReadOnlyList<X509Certificate2> Intermediates { get; }

    /// <summary>A new root; two with the same name have different keys.</summary>
    public static LabAuthority Create(TimeProvider clock, string name = "Client Authentication Lab Root") =>
        Create(clock, CertificateProfile.Authority(name));

    /// <summary>A new root that says what the profile says.</summary>
    /// <param name="clock">Its dates, and those of what it issues, are counted from here.</param>
    /// <param name="profile">What its certificate says.</param>
    /// <param name="ownsIssued">
    /// Whether it disposes of the certificates it has issued together with itself. On Windows and macOS the key of each lies in a
    /// file until then (dotnet/runtime#101090).
    /// </param>
    public static LabAuthority Create(TimeProvider clock, CertificateProfile profile, bool ownsIssued = false)
    {
        var draft = new CertificateDraft(profile, clock);
        return new LabAuthority(draft.SelfSignWithoutKey(), draft.Key, issuer: null, clock, ownsIssued);
    }

    /// <summary>A certificate with its private key. The caller disposes of it, unless the authority owns what it issues.</summary>
    public X509Certificate2 Issue(CertificateProfile profile)
    {
        using var draft = new CertificateDraft(profile, _clock);
        var certificate = draft.SignWith(Certificate, _key);
        if (_ownsIssued)
        {
            _issued.Add(certificate);
        }

        return certificate;
    }

    /// <summary>A certificate for a key that stays where it is; which kind of key the profile asks for does not matter. The caller disposes of it.</summary>
    public X509Certificate2 Certify(PublicKey key, CertificateProfile profile) =>
        new UnsignedCertificate(profile, key, profile.SignatureHash ?? HashAlgorithmName.SHA256, _clock).SignWith(
            Certificate,
            _key
        );

    /// <summary>An authority below this one that may issue end-entity certificates only.</summary>
    public LabAuthority IssueIntermediate(string name) =>
        IssueIntermediate(CertificateProfile.Authority(name, pathLength: 0));

    /// <summary>What stands below this one and issues, as the profile has it: also one that must not issue.</summary>
    public LabAuthority IssueIntermediate(CertificateProfile profile)
    {
        var draft = new CertificateDraft(profile, _clock);
        return new LabAuthority(draft.SignWithoutKey(Certificate, _key), draft.Key, this, _clock);
    }

    /// <summary>A second certificate for another authority's name and key, issued by this one and valid for a day from now.</summary>
    public X509Certificate2 CrossCertify(LabAuthority other)
    {
        var request = new CertificateRequest(
            other.Certificate.SubjectName,
            other.Certificate.PublicKey,
            HashAlgorithmName.SHA256
        );
        foreach (var extension in other.Certificate.Extensions.Where(e => e is not X509AuthorityKeyIdentifierExtension))
        {
            request.CertificateExtensions.Add(extension);
        }

        return request.Create(
            Certificate.SubjectName,
            IssuerSignature.Generator(_key, HashAlgorithmName.SHA256),
            _clock.GetUtcNow().AddMinutes(-5),
            _clock.GetUtcNow().AddDays(1),
            CertificateDraft.NewSerial()
        );
    }

    /// <summary>Withdraws a certificate that this authority issued; it stands on every later <see cref="RevocationList"/>.</summary>
    /// <exception cref="ArgumentException">Another authority issued it.</exception>
    public void Revoke(X509Certificate2 certificate) => _revoked.Add(certificate);

    /// <summary>What is revoked so far, signed, in DER (RFC 5280 §5).</summary>
    /// <param name="validFor">How long until the next list; a day where it is left out, and negative for a list that is stale.</param>
    public byte[] RevocationList(TimeSpan? validFor = null) => _revoked.ToList(validFor ?? TimeSpan.FromDays(1));

    /// <summary>A list that somebody else has written, signed with this authority's key, in DER (RFC 5280 §5).</summary>
    /// <param name="entries">The serial numbers to list; what <see cref="Revoke"/> has withdrawn is not added.</param>
    /// <param name="validFor">How long until the next list.</param>
    public byte[] SignList(CertificateRevocationListBuilder entries, TimeSpan validFor) =>
        _revoked.Sign(entries, validFor);

    public void Dispose()
    {
        foreach (var certificate in _issued)
        {
            certificate.Dispose();
        }

        _key.Dispose();
        Certificate.Dispose();
    }
}
