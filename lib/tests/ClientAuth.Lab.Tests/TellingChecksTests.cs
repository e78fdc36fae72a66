using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Tests;

/// <summary>Which checks stand open in a lesson's trace.</summary>
public sealed class TellingChecksTests
{
    private static readonly DecisionTrace Trace = new([
        .. new[] { "request.method", "secret.format", "secret.value", "grant.allowed" }.Select(check => new Decision(
            check,
            "what is right",
            "what came",
            Verdict.Passed,
            "RFC 6749 §2.3.1"
        )),
    ]);

    [Fact]
    public void A_lesson_that_names_none_gets_those_of_the_method()
    {
        var html = TellingChecks.Open(Trace, []).ToHtml();

        Assert.Contains("request: 1 check passed", html);
        Assert.Contains("secret: 1 more check passed", html);
        Assert.Contains("grant: 1 check passed", html);
    }

    [Fact]
    public void A_lesson_names_checks_and_groups()
    {
        var html = TellingChecks.Open(Trace, ["secret", "grant.allowed"]).ToHtml();

        Assert.Contains("request: 1 check passed", html);
        Assert.DoesNotContain("secret: ", html);
        Assert.DoesNotContain("grant: ", html);
    }

    [Theory]
    [InlineData("assertion.jti_unused")]
    [InlineData("assertion")]
    public void A_check_that_the_server_did_not_come_to_is_no_error(string name) =>
        Assert.Contains("secret.value", TellingChecks.Open(Trace, ["secret.value", name]).ToString());

    [Fact]
    public void A_name_that_no_server_has_is_an_error_that_lists_those_of_the_trace()
    {
        var error = Assert.Throws<ArgumentException>(() => TellingChecks.Open(Trace, ["secrets"]));

        Assert.StartsWith(
            "The trace has no check and no group 'secrets'; its groups are request, secret, grant, "
                + "its checks request.method, secret.format, secret.value, grant.allowed.",
            error.Message
        );
    }
}
