using System.Globalization;
using System.Text;

namespace Interoperability.Tests.OurTester;

/// <summary>The section of the page about the tester's reports: how many cases held, and the others in groups with their reasons.</summary>
internal static class TesterSection
{
    private const string Introduction = """
        ## What the tester found at servers of other people's

        [The tester](../README.md#test-your-own-server) has sent the catalogue of failure cases to both servers, by clients of every method that
        they offer, and its reports have been read case by case. Each case counts once for each method whose client sends it.

        - **Held**: the server answered as the case expects.
        - **Failed**: a specification settles the answer, and the server answered otherwise.
        - **Another choice**: the server answered otherwise where specifications leave the choice, or only recommend one.
        - **Not applicable**: the case needs something that only a server's operator has (another setting, clock or registration, the key of an
          authority, an attester), or is about something that the server does not have. OpenIddict has no client attestation, no `client_secret_jwt`,
          no DPoP and no registration. The cases of registration need an initial access token that is a token of the scope `dcr`, which neither has.


        """;

    private const string Learnt = """
        Both servers are mature, and refuse what matters most: wrong, foreign and expired credentials, forged signatures, and certificates that
        nobody vouches for. Of what is left, most is another error code. What a team should know before it chooses or sets up one of them:

        - An assertion at OpenIddict can be used again until it expires. At node-oidc-provider it cannot, even if fifty copies come at once.
        - At OpenIddict, anyone can lock out a client with a self-signed certificate, by one request with an assertion in its name.
        - node-oidc-provider still takes its token endpoint for a good `aud`, and does not tell kinds of JWTs apart by `typ`; OpenIddict demands both
          the issuer and the type.
        - Neither holds a client to its registered way to send a secret, refuses a secret that is also in the address, or limits how far ahead `exp` lies.

        The reports have also changed the tester. It had called failures what specifications leave open: the error code of a malformed secret or
        identifier, the status for GET at the token endpoint, `Pragma` beside an error, a scope that is left out, the `iat` of a proof that has a
        nonce. And it could not ask some cases: it sent no PKCE with pushed requests, and no `typ`, which OpenIddict demands.


        """;

    public static string Write()
    {
        var text = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        var reports = TestedServers.All.Select(server => ExplainedReport.Read(server.File)).ToList();
        text.Append("| | held | failed | another choice | not applicable |\n|---|---|---|---|---|\n");
        foreach (var report in reports)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {report.Server} | {report.Held} | {report.Failed} | {report.OtherChoice} | {report.NotApplicable} |\n"
            );
        }

        text.Append('\n').Append(Learnt.ReplaceLineEndings("\n"));
        return text.Append(string.Join("\n", reports.Select(Table))).ToString();
    }

    private static string Table(ExplainedReport report)
    {
        var text = new StringBuilder($"### {report.Server}, case by case\n\n");
        text.Append(
            "| what it does | whose | by which specification | what it means for a team | cases |\n|---|---|---|---|---|\n"
        );
        foreach (var group in report.Groups)
        {
            var cases = group.Cases.Keys.Select(name => name.Split(' ')[0]).Distinct();
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {group.What} | {Name(group.Whose)} | {group.Why} | {group.Means} | {string.Join(", ", cases)} |\n"
            );
        }

        return text.ToString();
    }

    private static string Name(Whose whose) =>
        whose switch
        {
            Whose.Theirs => "theirs",
            Whose.Ours => "ours",
            _ => "a policy",
        };
}
