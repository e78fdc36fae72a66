using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.FailureCases.Changes;

namespace ClientAuth.FailureCases.Laboratory;

/// <summary>Issues the client certificates that cases ask for, wrong ones included.</summary>
internal static class CertificateOffice
{
    /// <param name="lab">Whose authorities issue.</param>
    /// <param name="issuer">Who signs.</param>
    /// <param name="profile">What the certificate says.</param>
    /// <param name="intermediate">How an intermediate differs from a good one.</param>
    public static (X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Intermediates) Issue(
        CaseLab lab,
        CertificateIssuer issuer,
        CertificateProfile profile,
        ProfileChange? intermediate
    )
    {
        switch (issuer)
        {
            case CertificateIssuer.Untrusted:
                return (lab.Untrusted.Issue(profile), []);
            case CertificateIssuer.SameName:
                return (lab.SameName.Issue(profile), []);
            case CertificateIssuer.Self:
                return (SelfSignedCertificate.Create(profile, lab.Clock), []);
            case CertificateIssuer.Intermediate:
                var standard = CertificateProfile.Authority("Client Authentication Lab Intermediate", pathLength: 0);
                using (
                    var authority = lab.Authority.IssueIntermediate(
                        (intermediate ?? new ProfileChange()).Apply(standard)
                    )
                )
                {
                    return (
                        authority.Issue(profile),
                        [X509CertificateLoader.LoadCertificate(authority.Certificate.RawData)]
                    );
                }

            default:
                return (lab.Authority.Issue(profile), []);
        }
    }
}
