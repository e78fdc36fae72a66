using NotebookEngine.Display;
using NotebookEngine.Outputs;

namespace NotebookEngine.Tests.Outputs;

/// <summary>Of too much output the first and the last is kept, and a line between them says what was left out.</summary>
public sealed class LimitedOutputTests
{
    private static readonly OutputLimit Limit = new(1000);

    private readonly List<CellOutput> _passed = [];

    private string Text => string.Concat(_passed.OfType<CellOutput.Printed>().Select(printed => printed.Text));

    [Fact]
    public void Up_to_the_limit_everything_passes_at_once()
    {
        var limited = Start();

        limited.Add(Printed(new string('a', 900)));

        Assert.Equal(900, Text.Length);
        limited.Add(Printed(new string('b', 100)));
        Assert.Equal(900, Text.Length);
        limited.End();
        Assert.Equal(new string('a', 900) + new string('b', 100), Text);
        Assert.Null(limited.Notice);
    }

    [Fact]
    public void The_first_and_the_last_lines_are_kept_and_the_rest_is_counted()
    {
        var limited = Start();
        for (var n = 0; n < 10_000; n++)
        {
            limited.Add(Printed($"line {n:D5}\n"));
        }

        limited.End();

        const string Notice =
            "109,023 characters of the output were left out here: "
            + "a cell may print 1,000 characters, or show 1,000 values of 10,000 characters in all";
        Assert.Equal(Notice, limited.Notice);
        var parts = Text.Split($"\n[{Notice}]\n");
        Assert.Equal(2, parts.Length);
        Assert.StartsWith("line 00000\nline 00001\n", parts[0], StringComparison.Ordinal);
        Assert.Equal(900, parts[0].Length);
        Assert.StartsWith("line 09", parts[1], StringComparison.Ordinal);
        Assert.EndsWith("line 09999\n", parts[1], StringComparison.Ordinal);
        Assert.Equal(110_000, parts[0].Length + parts[1].Length + 109_023);
    }

    [Fact]
    public void A_single_text_that_is_too_long_is_cut_in_the_middle_and_no_character_in_two()
    {
        var limited = Start();
        limited.Add(Printed("a"));

        limited.Add(Printed(string.Concat(Enumerable.Repeat("😀", 5_000))));
        limited.End();

        var parts = Text.Split('[');
        Assert.Equal("a" + string.Concat(Enumerable.Repeat("😀", 449)), parts[0].TrimEnd('\n'));
        Assert.Equal(string.Concat(Enumerable.Repeat("😀", 50)), parts[1].Split("]\n")[1]);
    }

    [Fact]
    public void Values_are_counted_and_the_last_of_them_kept()
    {
        var limited = new LimitedOutput(OutputLimit.Default, _passed.Add);
        for (var n = 0; n < 2000; n++)
        {
            limited.Add(new CellOutput.Displayed(ValueFormatter.Format(n)));
        }

        Assert.Equal(900, _passed.Count);
        limited.End();

        var shown = _passed.OfType<CellOutput.Displayed>().Select(displayed => displayed.Data.Text).ToList();
        Assert.Equal(1000, shown.Count);
        Assert.Equal(["899", "1900"], shown.Slice(899, 2));
        Assert.Equal("1999", shown[^1]);
        Assert.StartsWith("1,000 values among ", limited.Notice);
    }

    [Fact]
    public void A_failure_comes_after_the_last_of_the_output()
    {
        var limited = Start();
        limited.Add(Printed(new string('a', 5000)));

        limited.Add(new CellOutput.Failed("E", "m", []));

        Assert.IsType<CellOutput.Failed>(_passed[^1]);
        Assert.Contains("left out here", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_comes_after_the_end_passes_up_to_the_limit_and_is_then_left_out_with_one_line()
    {
        var limited = Start();
        limited.End();

        for (var n = 0; n < 10_000; n++)
        {
            limited.Add(Printed("late\n"));
        }

        Assert.Equal(180, Text.Split("late\n").Length - 1);
        Assert.EndsWith(
            "\n[the rest of the output was left out: a cell may print 1,000 characters, or show 1,000 values of 10,000 characters in all]\n",
            Text
        );
    }

    private LimitedOutput Start() => new(Limit, _passed.Add);

    private static CellOutput.Printed Printed(string text) => new(CellOutput.Printed.StandardOutput, text);
}
