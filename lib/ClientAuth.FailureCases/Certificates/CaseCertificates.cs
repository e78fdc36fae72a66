using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.FailureCases.Fixtures;

namespace ClientAuth.FailureCases.Certificates;

/// <summary>Issues the client certificates that cases ask for, faulty ones included.</summary>
internal static class CaseCertificates
{
    /// <param name="fixture">Whose authorities issue.</param>
    /// <param name="issuer">Who signs.</param>
    /// <param name="profile">What the certificate says.</param>
    /// <param name="intermediates">How the intermediates, from the top, differ from good ones.</param>
    /// <param name="alsoSent">How further certificates for the last intermediate differ from a good one.</param>
    public static (X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Intermediates) Issue(
        CaseFixture fixture,
        CertificateIssuer issuer,
        CertificateProfile profile,
        IReadOnlyList<ProfileChange> intermediates,
        IReadOnlyList<ProfileChange> alsoSent
    ) =>
        issuer switch
        {
            CertificateIssuer.Untrusted => (fixture.Untrusted.Issue(profile), []),
            CertificateIssuer.SameName => (fixture.SameName.Issue(profile), []),
            CertificateIssuer.Self => (SelfSignedCertificate.Create(profile, fixture.Clock), []),
            CertificateIssuer.Loop => InLoop(fixture, profile),
            _ => Below(fixture.Authority, profile, intermediates, alsoSent),
        };

    private static (X509Certificate2, IReadOnlyList<X509Certificate2>) Below(
        LabAuthority root,
        CertificateProfile profile,
        IReadOnlyList<ProfileChange> intermediates,
        IReadOnlyList<ProfileChange> alsoSent
    )
    {
        var made = new List<LabAuthority>();
        try
        {
            foreach (var (level, change) in intermediates.Index())
            {
                made.Add((made.LastOrDefault() ?? root).IssueIntermediate(change.Apply(Standard(level))));
            }

            var issuer = made.LastOrDefault() ?? root;
            var above = made.SkipLast(1).LastOrDefault() ?? root;
            var further = alsoSent.Select(change =>
                above.Certify(issuer.Certificate.PublicKey, change.Apply(Standard(intermediates.Count - 1)))
            );
            return (issuer.Issue(profile), [.. further, .. issuer.Intermediates.Select(Copy)]);
        }
        finally
        {
            made.ForEach(authority => authority.Dispose());
        }

        CertificateProfile Standard(int level) =>
            CertificateProfile.Authority(
                $"Client Authentication Lab Intermediate {level + 1}",
                intermediates.Count - 1 - level
            );
    }

    // Two authorities, each below the other.
    private static (X509Certificate2, IReadOnlyList<X509Certificate2>) InLoop(
        CaseFixture fixture,
        CertificateProfile profile
    )
    {
        using var first = LabAuthority.Create(fixture.Clock, "Client Authentication Lab Hen");
        using var second = LabAuthority.Create(fixture.Clock, "Client Authentication Lab Egg");
        return (first.Issue(profile), [second.CrossCertify(first), first.CrossCertify(second)]);
    }

    private static X509Certificate2 Copy(X509Certificate2 certificate) =>
        X509CertificateLoader.LoadCertificate(certificate.RawData);
}
