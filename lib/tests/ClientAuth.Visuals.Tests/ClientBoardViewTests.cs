using ClientAuth.Visuals.Tests.Contract;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Visuals.Tests;

public sealed class ClientBoardViewTests
{
    [Fact]
    public void A_row_says_token_or_refusal_and_the_text_says_the_check_as_well() =>
        Assert.Equal(
            """
            The fleet
            ●●●●○○○○○○ 4 of 10 faults mended; 1 of 3 clients get a token as they should
            Client   Method               Answer                         Failing check  Expected               Seen
            -------  -------------------  -----------------------------  -------------  ---------------------  ---------------------------------------------------
            billing  client_secret_jwt    ✓ token
            orders   client_secret_basic  ✗ 401 invalid_client           secret.value   the registered secret  35 characters, different from the registered secret
            gate     tls_client_auth      ✗ registration weakened: none
            """.ReplaceLineEndings("\n"),
            SampleClientBoard.View.ToString()
        );

    [Fact]
    public void A_refused_client_unfolds_to_the_line_of_the_log()
    {
        var page = HtmlRules.Parse(SampleClientBoard.View.ToHtml());

        var details = Assert.Single(page.Descendants("details"));
        Assert.Equal("✗ 401 invalid_client at secret.value", details.Element("summary")!.Value);
        Assert.Equal(
            [
                "expected the registered secret",
                "seen 35 characters, different from the registered secret",
                "rule RFC 6749 §2.3.1",
            ],
            details.Elements("p").Select(line => line.Value)
        );
    }

    [Fact]
    public void The_dots_are_not_read_aloud_beside_the_words_that_say_the_same() =>
        Assert.Contains("<span aria-hidden=\"true\">●●●●○○○○○○</span>", SampleClientBoard.View.ToHtml());
}
