using ClientAuth.Visuals.Differences;

namespace ClientAuth.Visuals.Tests;

public sealed class ValueDifferenceTests
{
    [Theory]
    [InlineData("read write", "read write admin", "read write", "read write[ admin]")]
    [InlineData("read write", "write", "[read ]write", "write")]
    [InlineData("a+b and %41", "a b and A", "a[+]b and [%41]", "a[ ]b and [A]")]
    [InlineData(
        "https://localhost:1/token",
        "https://localhost:1",
        "https://localhost:1[/token]",
        "https://localhost:1"
    )]
    [InlineData("czZCaGRSa3F0", "dDFmRkdHa2tr", "[czZCaGRSa3F0]", "[dDFmRkdHa2tr]")]
    [InlineData(
        "1795957888 (2026-11-29T13:11:28Z)",
        "1795957528 (2026-11-29T13:05:28Z)",
        "[1795957888 (2026-11-29T13:11:28Z)]",
        "[1795957528 (2026-11-29T13:05:28Z)]"
    )]
    [InlineData("a-1-2-3-4-5-6", "b-7-8-9-0-f-e", "a[-1]-2-3", "")]
    public void What_differs_is_in_brackets(string left, string right, string markedLeft, string markedRight)
    {
        if (markedRight is "")
        {
            // A few separators in common are no reason to show the values as alike.
            (markedLeft, markedRight) = ($"[{left}]", $"[{right}]");
        }

        var (one, other) = ValueDifference.Between(left, right);

        Assert.Equal((markedLeft, markedRight), (Marked(one), Marked(other)));
    }

    [Fact]
    public void The_fragments_of_a_value_are_the_value()
    {
        var (left, right) = ValueDifference.Between("the quick brown fox", "a quick, brown dog");

        Assert.Equal("the quick brown fox", string.Concat(left.Select(fragment => fragment.Text)));
        Assert.Equal("a quick, brown dog", string.Concat(right.Select(fragment => fragment.Text)));
    }

    [Fact]
    public void Values_of_many_words_are_marked_as_a_whole()
    {
        var many = string.Join(' ', Enumerable.Range(0, 600));

        Assert.Equal($"[{many}]", Marked(ValueDifference.Between(many, $"{many} more").Left));
    }

    private static string Marked(IEnumerable<Fragment> fragments) =>
        string.Concat(fragments.Select(fragment => fragment.Differs ? $"[{fragment.Text}]" : fragment.Text));
}
