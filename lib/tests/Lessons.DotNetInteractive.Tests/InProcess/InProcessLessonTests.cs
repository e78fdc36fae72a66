namespace Lessons.DotNetInteractive.Tests.InProcess;

/// <summary>The lessons on <c>Microsoft.DotNet.Interactive</c>, with its own default references and its warnings visible.</summary>
public sealed class InProcessLessonTests(InProcessLessons lessons, OwnEngineLessons own)
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
    public async Task It_shows_the_views_and_charts_that_our_engine_shows(string lesson)
    {
        var expected = ComparableNotebook.Of(await own.ExecuteAsync(lesson), withFigures: true);
        var seen = ComparableNotebook.Of(await lessons.ExecuteAsync(lesson), withFigures: true);

        var differences = OutputDifference.Between(expected, seen);
        Assert.True(differences.Count == 0, string.Join('\n', differences.Select(told => $"{lesson}, cell {told}")));
    }
}
