using System.Text.Json.Nodes;

namespace Lessons.DotNetInteractive.Tests;

/// <summary>What holds for a lesson on .NET Interactive, whichever way it is started.</summary>
/// <param name="execute">Runs a lesson, or gives what an earlier run of it put out.</param>
/// <param name="own">The lessons on this project's engine.</param>
/// <param name="withFigures">Whether charts come as figures for Plotly as well as drawings.</param>
public abstract class SecondEngineLessonTests(
    Func<string, Task<JsonObject>> execute,
    OwnEngineLessons own,
    bool withFigures
)
{
    public static TheoryData<string> Lessons => Checkout.Lessons;

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Every_cell_runs_without_error_warning_or_table_of_properties(string lesson)
    {
        var executed = await execute(lesson);

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
        var expected = ComparableNotebook.Of(await own.ExecuteAsync(lesson), withFigures);
        var seen = ComparableNotebook.Of(await execute(lesson), withFigures);

        var differences = OutputDifference.Between(expected, seen);
        Assert.True(differences.Count == 0, string.Join('\n', differences.Select(told => $"{lesson}, cell {told}")));
    }
}
