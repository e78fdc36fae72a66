namespace ClientAuth.Visuals.Tests;

public sealed class SmallViewTests
{
    [Fact]
    public void A_comparison_marks_the_rows_that_differ()
    {
        var view = new ComparisonView("The request", ("header", "a", "a"), ("body", "x=1", "x=2"));

        Assert.False(view.AllEqual);
        Assert.Equal(
            """
            The request
            1 of 2 parts differ
            Part    By hand  By the library  Equal
            ------  -------  --------------  ---------
            header  a        a               ✓ equal
            body    x=1      x=2             ✗ differs
            """.ReplaceLineEndings("\n"),
            view.ToString()
        );
    }

    [Fact]
    public void A_comparison_of_equal_parts_says_so()
    {
        var view = new ComparisonView("t", ("header", "a", "a")) { Left = "Kotlin", Right = "Swift" };

        Assert.True(view.AllEqual);
        Assert.Contains("Every part is equal", view.ToString());
        Assert.Contains("Kotlin", view.ToHtml());
    }

    [Fact]
    public void Code_for_an_sdk_keeps_its_lines()
    {
        var view = new SdkCounterpartView("val a = 1\nval b = 2", "let a = 1", "const a = 1");

        Assert.Contains("<code", view.ToHtml());
        Assert.Contains("val a = 1\nval b = 2", view.ToHtml());
        Assert.Contains("Swift (iOS)\nlet a = 1", view.ToString());
    }

    [Fact]
    public void Facts_are_aligned() =>
        Assert.Equal(
            "This machine\nTLS      1.3\nRuntime  .NET",
            new FactsView("This machine", ("TLS", "1.3"), ("Runtime", ".NET")).ToString()
        );

    [Fact]
    public void A_table_has_its_caption_above_aligned_columns()
    {
        var view = new TableView("A year", "Days count from 0", ["way", "days"], ["kept", "315"], ["replaced", "70"]);

        Assert.Equal(
            """
            A year
            Days count from 0
            way       days
            --------  ----
            kept      315
            replaced  70
            """.ReplaceLineEndings("\n"),
            view.ToString()
        );
    }

    [Fact]
    public void Mistakes_show_what_a_server_lets_pass_and_what_no_request_can_show()
    {
        var view = new MistakeComparisonView(
            [
                new(
                    3,
                    "wrong secret",
                    "401 invalid_client",
                    "401 invalid_client",
                    "the same",
                    MistakeVerdict.AsItShould
                ),
                new(6, "wrong aud", "token", "401 invalid_client", "It takes both.", MistakeVerdict.Finding),
                new(9, "wrong key", "not asked", "401 invalid_client", "no client signs", MistakeVerdict.NotAsked),
            ],
            [(7, "old file", "the server never sees it")]
        );

        Assert.Equal(
            """
            What two servers answer to frequent mistakes
            1 of 2 are not answered as they should be
            Mistake          Your server           The lab's server    What that means
            ---------------  --------------------  ------------------  ---------------
            3  wrong secret  ✓ 401 invalid_client  401 invalid_client  the same
            6  wrong aud     ✗ token               401 invalid_client  It takes both.
            9  wrong key     not asked             401 invalid_client  no client signs

            1 more that no request can show
            Mistake      Why not
            -----------  ------------------------
            7  old file  the server never sees it
            """.ReplaceLineEndings("\n"),
            view.ToString()
        );
    }

    [Fact]
    public void A_server_that_has_not_judged_a_mistake_is_not_praised_for_it()
    {
        var view = new MistakeComparisonView(
            [
                new(3, "wrong secret", "401", "401", "the same", MistakeVerdict.AsItShould),
                new(6, "wrong aud", "503", "401", "not judged", MistakeVerdict.Undecided),
            ],
            [(7, "old file", "the server never sees it")]
        );

        Assert.Contains(
            "1 of 2 are answered as they should be, the others show nothing\n",
            view.ToString(),
            StringComparison.Ordinal
        );
        Assert.Contains("6  wrong aud     503 ", view.ToString(), StringComparison.Ordinal);
    }
}
