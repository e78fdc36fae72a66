namespace Lessons.DotNetInteractive.Tests.Tool;

/// <summary>The lessons on the kernel that people have installed: <c>dotnet-interactive</c>, as a Jupyter front end starts it.</summary>
public sealed class ToolLessonTests(ToolLessons lessons, OwnEngineLessons own)
{
    public static TheoryData<string> Lessons => Checkout.Lessons;

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Every_cell_runs_without_error_warning_or_table_of_properties(string lesson)
    {
        var executed = await lessons.ExecuteAsync(lesson);

        var faults = LessonFaults.In(executed);
        Assert.True(faults.Count == 0, string.Join('\n', faults.Select(fault => $"{lesson}, {fault}")));
        Assert.Empty(
            new SavedNotebook(executed).CodeCells.Where(cell => cell.Outputs.Count == 0).Select(cell => cell.Id)
        );
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task It_shows_the_views_that_our_engine_shows_and_its_charts_as_drawings(string lesson)
    {
        var expected = ComparableNotebook.Of(await own.ExecuteAsync(lesson), withFigures: false);
        var seen = ComparableNotebook.Of(await lessons.ExecuteAsync(lesson), withFigures: false);

        var differences = OutputDifference.Between(expected, seen);
        Assert.True(differences.Count == 0, string.Join('\n', differences.Select(told => $"{lesson}, cell {told}")));
    }
}
