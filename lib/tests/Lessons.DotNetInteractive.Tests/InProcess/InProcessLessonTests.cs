namespace Lessons.DotNetInteractive.Tests.InProcess;

/// <summary>The lessons on <c>Microsoft.DotNet.Interactive</c>, with its own default references and its warnings visible.</summary>
public sealed class InProcessLessonTests(InProcessLessons lessons, OwnEngineLessons own)
    : SecondEngineLessonTests(lessons.ExecuteAsync, own, withFigures: true)
{
    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task The_solutions_solve_its_exercises(string lesson)
    {
        var solved = await lessons.SolveAsync(lesson);

        Assert.Empty(LessonFaults.In(solved));
        var cells = new SavedNotebook(solved).CodeCells.ToList();
        Assert.NotEmpty(cells);
        Assert.All(
            cells,
            cell =>
            {
                var shown = cell.Outputs[^1].Forms["text/plain"];
                Assert.StartsWith("✓", shown, StringComparison.Ordinal);
                Assert.Contains(": solved", shown, StringComparison.Ordinal);
            }
        );
    }
}
