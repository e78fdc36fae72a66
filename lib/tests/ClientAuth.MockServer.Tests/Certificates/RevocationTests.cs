using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Certificates;

/// <summary>Which lists count, and for whom (RFC 5280 §6.3).</summary>
public sealed class RevocationTests
{
    private const string Subject = "CN=tls,O=Test";

    [Fact]
    public async Task Bytes_that_are_no_list_stop_the_server_from_starting()
    {
        var mistake = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            TestLab.StartAsync(
                (lab, options) =>
                    options with
                    {
                        Certificates = options.Certificates with
                        {
                            RevocationLists = [lab.Authority.RevocationList(), lab.Authority.Certificate.RawData],
                        },
                    }
            )
        );

        Assert.StartsWith("RevocationLists[1] is no revocation list in DER", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_of_each_authority_counts_for_what_that_one_issued()
    {
        LabAuthority intermediate = null!;
        X509Certificate2 revoked = null!;
        await using var lab = await TestLab.StartAsync(
            (lab, options) =>
            {
                intermediate = lab.Authority.IssueIntermediate("Intermediate");
                revoked = intermediate.Issue(CertificateProfile.Client(Subject));
                intermediate.Revoke(revoked);
                return options with
                {
                    Certificates = options.Certificates with
                    {
                        RevocationLists = [lab.Authority.RevocationList(), intermediate.RevocationList()],
                    },
                };
            }
        );
        using var good = intermediate.Issue(CertificateProfile.Client(Subject));

        (await SendAsync(good)).AssertIssued();
        var answer = await SendAsync(revoked);

        answer.AssertInvalidClient(Rules.CertificateNotRevoked.Name);
        Assert.Contains(revoked.SerialNumber, answer.Exchange.Trace.Failure!.Seen, StringComparison.Ordinal);
        revoked.Dispose();
        intermediate.Dispose();

        Task<TestAnswer> SendAsync(X509Certificate2 certificate) =>
            lab.SendAsync(
                TestCall.Presenting(TestClients.Tls, certificate) with
                {
                    Intermediates = [.. intermediate.Intermediates],
                }
            );
    }

    [Fact]
    public async Task Revoked_authority_takes_everything_below_it_along()
    {
        LabAuthority intermediate = null!;
        await using var lab = await TestLab.StartAsync(
            (lab, options) =>
            {
                intermediate = lab.Authority.IssueIntermediate("Intermediate");
                lab.Authority.Revoke(intermediate.Certificate);
                return options with
                {
                    Certificates = options.Certificates with
                    {
                        RevocationLists = [lab.Authority.RevocationList(), intermediate.RevocationList()],
                    },
                };
            }
        );
        using var certificate = intermediate.Issue(CertificateProfile.Client(Subject));

        var answer = await lab.SendAsync(
            TestCall.Presenting(TestClients.Tls, certificate) with
            {
                Intermediates = [.. intermediate.Intermediates],
            }
        );

        answer.AssertInvalidClient(Rules.CertificateNotRevoked.Name);
        Assert.Contains("'CN=Intermediate", answer.Exchange.Trace.Failure!.Seen, StringComparison.Ordinal);
        intermediate.Dispose();
    }

    [Fact]
    public async Task Authority_that_may_not_sign_lists_has_none()
    {
        using var authority = LabAuthority.Create(
            TimeProvider.System,
            CertificateProfile.Authority("No Lists") with
            {
                KeyUsages = X509KeyUsageFlags.KeyCertSign,
            }
        );
        await using var lab = await TestLab.StartAsync(
            (_, options) =>
                options with
                {
                    Certificates = options.Certificates with
                    {
                        ClientAuthorities = [authority.Certificate],
                        RevocationLists = [authority.RevocationList()],
                    },
                }
        );
        using var certificate = authority.Issue(CertificateProfile.Client(Subject));

        var answer = await lab.SendAsync(TestCall.Presenting(TestClients.Tls, certificate));

        answer.AssertInvalidClient(Rules.CertificateNotRevoked.Name);
        Assert.StartsWith("no list of 'CN=No Lists", answer.Exchange.Trace.Failure!.Seen, StringComparison.Ordinal);
    }
}
