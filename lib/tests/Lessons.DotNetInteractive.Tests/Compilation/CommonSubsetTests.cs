namespace Lessons.DotNetInteractive.Tests.Compilation;

/// <summary>Lessons compile without a warning against what every engine has; our own engine has more, and would hide it.</summary>
public sealed class CommonSubsetTests(CommonSubset subset) : IClassFixture<CommonSubset>
{
    public static TheoryData<string> Lessons => Checkout.Lessons;

    [Theory]
    [MemberData(nameof(Lessons))]
    public void A_lesson_takes_nothing_for_granted_that_an_engine_lacks(string lesson)
    {
        var faults = Faults(CodeCell.Read(lesson));

        Assert.True(faults.Count == 0, string.Join('\n', faults.Select(fault => $"{lesson}, {fault}")));
    }

    [Theory]
    [InlineData("System.Net.Http.Json.JsonContent.Create(1)", "CS0234")]
    [InlineData("string? nothing = null;", "CS8632")]
    [InlineData("int unused() { int never; return 1; }", "CS0168")]
    [InlineData("new ArrayList()", "CS0246")]
    [InlineData("File.Exists(\"any\")", "CS0103")]
    [InlineData("dynamic any = 1;", "'dynamic' is unknown to Verso")]
    [InlineData("using NotebookEngine.Display;", "CS0246")]
    public void What_some_engine_lacks_is_told_with_its_cell_and_line(string code, string told) =>
        Assert.Contains(
            Faults([
                new CodeCell("first", "var number = 1;"),
                new CodeCell("strange", $"\n{code}"),
                new CodeCell("next", "number"),
            ]),
            fault => fault.StartsWith($"cell strange, line 2: {told}", StringComparison.Ordinal)
        );

    [Fact]
    public void What_a_cell_references_by_itself_is_no_fault() =>
        Assert.Empty(
            Faults([
                new CodeCell("open", "#r \"System.Net.Http.Json\"\nusing System.Net.Http.Json;"),
                new CodeCell("later", "JsonContent.Create(1).Display();"),
            ])
        );

    private IReadOnlyList<string> Faults(IEnumerable<CodeCell> cells) =>
        subset.FaultsOf(cells, TestContext.Current.CancellationToken);
}
