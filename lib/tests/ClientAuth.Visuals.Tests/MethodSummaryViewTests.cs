namespace ClientAuth.Visuals.Tests;

public sealed class MethodSummaryViewTests
{
    private static readonly MethodSummaryView View = new([
        new MethodRow(
            "client_secret_basic",
            "Authorization: Basic",
            "client_secret",
            ["The value sent is not the secret", "The server expects a hash"],
            [("Kotlin", "Secret"), ("Swift", "ClientAuthenticationMethodSecret")]
        ),
    ]);

    [Fact]
    public void Each_method_has_its_facts_in_lines() =>
        Assert.Equal(
            """
            The methods on one page
            client_secret_basic
            sent                  Authorization: Basic
            stored by the server  client_secret
            refused? check first  The value sent is not the secret; The server expects a hash
            Kotlin                Secret
            Swift                 ClientAuthenticationMethodSecret
            """.ReplaceLineEndings("\n"),
            View.ToString()
        );

    [Fact]
    public void Names_of_the_sdks_are_code() =>
        Assert.Contains(">ClientAuthenticationMethodSecret</code>", View.ToHtml().Replace("<wbr>", ""));
}
