using NotebookEngine.Comparison;

namespace NotebookEngine.Tests.Comparison;

public sealed class DifferentLinesTests
{
    [Fact]
    public void Only_the_lines_between_equal_ones_are_told() =>
        Assert.Equal("  - b\n  + x\n  + y", DifferentLines.Between("a\nb\nc", "a\nx\ny\nc"));

    [Fact]
    public void Html_is_told_by_its_elements() =>
        Assert.Equal("  - <b>1</b>\n  + <b>2</b>", DifferentLines.Between("<p><b>1</b></p>", "<p><b>2</b></p>"));

    [Fact]
    public void A_long_line_is_cut_around_the_place() =>
        Assert.Equal(
            $"  - …{new string('a', 40)}1{new string('b', 119)}…\n  + …{new string('a', 40)}2{new string('b', 119)}…",
            DifferentLines.Between(
                $"{new string('a', 500)}1{new string('b', 500)}",
                $"{new string('a', 500)}2{new string('b', 500)}"
            )
        );

    [Fact]
    public void Of_many_lines_the_first_are_told() =>
        Assert.Equal(
            "  - 1\n  - 2\n  - 3\n  - 4\n  - 5\n  - 6\n  - 7\n  - 8\n  - … 2 more lines\n  + (missing)",
            DifferentLines.Between("1\n2\n3\n4\n5\n6\n7\n8\n9\n10", null)
        );
}
