using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Attacks;
using ClientAuth.Visuals.Tests.Contract;

namespace ClientAuth.Visuals.Tests;

public sealed class AttackBoardViewTests
{
    private static readonly AttackOutcome Works = new(true, "an access token");

    private static readonly AttackOutcome Stopped = new(false, "no token")
    {
        Response = "401 invalid_client",
        StoppedBy = new Decision("assertion.alg", "ES256", "\"HS256\"", Verdict.Failed, "RFC 8725 §3.1"),
    };

    [Fact]
    public void A_board_counts_what_works_on_both_sides_and_names_what_stops_it() =>
        Assert.Equal(
            """
            Attacks and defences
            2 of 2 attacks work without their defence, 0 with it
            Group   Attack     Without its defence  With it    What stops it
            ------  ---------  -------------------  ---------  -------------
            forges  confusion  ✗ works              ✓ stopped  assertion.alg
            forges  clock      ✗ works              ✓ stopped  no difference
            steals  session    not tried            not tried
            """.ReplaceLineEndings("\n"),
            new AttackBoardView([
                new AttackRow("forges", "confusion", "a key") { Without = Works, With = Stopped },
                new AttackRow("forges", "clock", "a list")
                {
                    Without = Works,
                    With = new AttackOutcome(false, "no difference"),
                },
                new AttackRow("steals", "session", "a file"),
            ]).ToString()
        );

    [Fact]
    public void Before_the_defences_are_tried_it_says_what_each_attack_needs_and_gets() =>
        Assert.Equal(
            """
            Attacks and defences
            1 of 1 attacks work without their defence
            Group   Attack     Without its defence  What the attacker has  What the attacker gets
            ------  ---------  -------------------  ---------------------  ----------------------
            forges  confusion  ✗ works              a key                  an access token
            """.ReplaceLineEndings("\n"),
            new AttackBoardView([new AttackRow("forges", "confusion", "a key") { Without = Works }]).ToString()
        );

    [Fact]
    public void A_group_is_a_row_as_wide_as_the_board()
    {
        var page = HtmlRules.Parse(
            new AttackBoardView([new AttackRow("forges", "confusion", "a key") { Without = Works }]).ToHtml()
        );

        var group = Assert.Single(page.Descendants("td"), cell => cell.Attribute("colspan") is not null);
        Assert.Equal(("forges", "4"), (group.Value, (string?)group.Attribute("colspan")));
    }

    [Fact]
    public void One_attack_folds_to_both_verdicts_and_the_check()
    {
        var page = HtmlRules.Parse(new AttackView("confusion", Works, Stopped).Folded().ToHtml());

        Assert.Equal(
            "confusion ✗ works without the defence; ✓ stopped with it, by assertion.alg",
            page.Descendants("summary").Single().Value
        );
    }
}
