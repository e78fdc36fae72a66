using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Certificates;

/// <summary>A client certificate below an intermediate authority, each with its change, sent over real TLS.</summary>
internal static class ChainCall
{
    public const string Subject = "CN=tls,O=Test";

    /// <summary>A certificate of the lab's authority.</summary>
    public static async Task<TestAnswer> SendAsync(
        TestLab lab,
        Func<CertificateProfile, CertificateProfile> client,
        Func<CertificateProfile, CertificateProfile>? authority = null
    )
    {
        if (authority is null)
        {
            using var direct = lab.Authority.Issue(client(CertificateProfile.Client(Subject)));
            return await lab.SendAsync(TestCall.Presenting(TestClients.Tls, direct));
        }

        using var intermediate = lab.Authority.IssueIntermediate(
            authority(CertificateProfile.Authority("Between", pathLength: 0))
        );
        using var below = intermediate.Issue(client(CertificateProfile.Client(Subject)));
        return await lab.SendAsync(
            TestCall.Presenting(TestClients.Tls, below) with
            {
                Intermediates = [.. intermediate.Intermediates],
            }
        );
    }

    /// <summary>The profile with one extension more.</summary>
    public static CertificateProfile With(
        this CertificateProfile profile,
        string oid,
        byte[] value,
        bool critical = false
    ) => profile with { OtherExtensions = [.. profile.OtherExtensions, new X509Extension(oid, value, critical)] };
}
