using ClientAuth.FailureCases;
using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Changes;

namespace ClientAuth.MockServer.Standalone.Tests.Handshakes;

/// <summary>
/// The cases of client certificates once more, with curl: the server answers to what was sent, not to who sent it. Certificates that
/// are expired, untrusted or unfit complete the handshake and get their error from HTTP.
/// </summary>
public sealed class CatalogueTests(SharedCaseFixture shared) : IClassFixture<SharedCaseFixture>
{
    private static readonly FailureCatalogue Catalogue = FailureCatalogue.Load(DataFile.PathOf("failure-cases.json"));

    private static readonly string[] Sections = ["mutual-tls", "self-signed"];

    public static IEnumerable<TheoryDataRow<string, string>> Cases() =>
        from section in Catalogue.Sections
        where Sections.Contains(section.Id)
        from failureCase in section.Cases
        where failureCase.Expect.Registration is null && failureCase.Send.All(CurlCanDo)
        from method in failureCase.Methods
        select new TheoryDataRow<string, string>(failureCase.Id, method)
        {
            TestDisplayName = $"curl, {failureCase.Id} {method}: {failureCase.Title}",
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Curl_is_answered_as_the_catalogue_says(string id, string method)
    {
        var curl = new CurlConnection(shared.Fixture.Authority.Certificate);
        var runner = new CaseRunner(shared.Fixture) { Sender = curl.SendAsync };

        var result = await runner.RunAsync(Catalogue.Find(id), method, TestContext.Current.CancellationToken);

        Assert.Equal("", string.Join('\n', result.Problems));
    }

    // What happens inside a connection is for openssl, in the tests beside this one. Of a certificate curl reads the signature and the key
    // before it sends anything, and ends there if their encoding is wrong.
    private static bool CurlCanDo(RequestChange change) =>
        change
            is not (
                ResumeChange
                or SecondHandshakeChange
                or CertificateChange
                {
                    Profile.Encoding: { NegativeS: true } or { UnusedBits: > 0 } or { ExplicitCurve: true }
                }
            );
}
