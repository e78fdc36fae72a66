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
    public static (X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Intermediates) Issue(
        CaseFixture fixture,
        CertificateIssuer issuer,
        CertificateProfile profile,
        IReadOnlyList<ProfileChange> intermediates
    ) =>
        issuer switch
        {
            CertificateIssuer.Untrusted => (fixture.Untrusted.Issue(profile), []),
            CertificateIssuer.SameName => (fixture.SameName.Issue(profile), []),
            CertificateIssuer.Self => (SelfSignedCertificate.Create(profile, fixture.Clock), []),
            CertificateIssuer.Loop => InLoop(fixture, profile),
            _ => Below(fixture.Authority, profile, intermediates),
        };

    private static (X509Certificate2, IReadOnlyList<X509Certificate2>) Below(
        LabAuthority root,
        CertificateProfile profile,
        IReadOnlyList<ProfileChange> intermediates
    )
    {
        var made = new List<LabAuthority>();
        try
        {
            foreach (var (level, change) in intermediates.Index())
            {
                var standard = CertificateProfile.Authority(
                    $"Client Authentication Lab Intermediate {level + 1}",
                    intermediates.Count - 1 - level
                );
                made.Add((made.LastOrDefault() ?? root).IssueIntermediate(change.Apply(standard)));
            }

            var issuer = made.LastOrDefault() ?? root;
            return (issuer.Issue(profile), [.. issuer.Intermediates.Select(Copy)]);
        }
        finally
        {
            made.ForEach(authority => authority.Dispose());
        }
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
