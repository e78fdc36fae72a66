using ClientAuth.Credentials;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Certificates;

/// <summary>Whoever sends the certificates chooses how many names there are to compare with how many constraints, up to a bound.</summary>
public sealed class NameConstraintCostTests
{
    [Theory]
    [InlineData(200, 249, null)]
    [InlineData(200, 250, "certificate.name_constraints")]
    [InlineData(900, 900, "certificate.name_constraints")]
    public async Task Comparisons_of_a_request_are_bounded(int names, int constraints, string? check)
    {
        await using var lab = await TestLab.StartAsync();
        using var between = lab.Authority.IssueIntermediate(
            CertificateProfile.Authority("Between") with
            {
                // And one on the subject, which is compared as well.
                NameConstraints = new()
                {
                    Excluded =
                    [
                        .. Hosts("x", constraints).Select(GeneralSubtree.Dns),
                        GeneralSubtree.DirectoryName("O=Other"),
                    ],
                },
            }
        );
        using var leaf = between.Issue(
            CertificateProfile.Client(ChainCall.Subject) with
            {
                DnsNames = Hosts("n", names),
            }
        );

        var answer = await lab.SendAsync(
            TestCall.Presenting(TestClients.Tls, leaf) with
            {
                Intermediates = [between.Certificate],
            }
        );

        Assert.Equal(check, answer.Exchange.Trace.Failure?.Check);
        if (check is not null)
        {
            Assert.Equal(
                "more than 50000 comparisons of names with the constraints on them",
                answer.Exchange.Trace.Failure!.Seen
            );
        }
    }

    [Fact]
    public async Task Name_with_very_many_attributes_is_refused()
    {
        await using var lab = await TestLab.StartAsync();
        var subject = string.Join(',', Enumerable.Range(0, 101).Select(number => $"OU={number}"));

        var answer = await ChainCall.SendAsync(lab, client => client with { Subject = subject });

        answer.AssertInvalidClient("certificate.encoding");
        Assert.EndsWith(
            ": a name of more than 100 attributes",
            answer.Exchange.Trace.Failure!.Seen,
            StringComparison.Ordinal
        );
    }

    private static IReadOnlyList<string> Hosts(string letter, int count) =>
        [.. Enumerable.Range(0, count).Select(number => $"{letter}{number}.example")];
}
