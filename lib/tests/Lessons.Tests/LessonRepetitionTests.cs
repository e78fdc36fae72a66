using NotebookEngine.Notebooks;
using NotebookEngine.Running;

namespace Lessons.Tests;

/// <summary>A lesson in the hands of a learner, who runs a cell again, or goes back and runs many again.</summary>
public sealed class LessonRepetitionTests(Engine engine)
{
    public static TheoryData<string> Lessons => Checkout.Lessons;

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task Every_cell_may_be_run_twice_in_a_row(string lesson) =>
        AssertPassesAsync(
            Notebook.Read(Checkout.PathOf(lesson)),
            cells => cells.SelectMany(cell => cell.Kind == CellKind.Code ? [cell, Again(cell)] : new[] { cell })
        );

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task All_cells_may_be_run_again_in_the_same_lab(string lesson) =>
        AssertPassesAsync(
            Notebook.Read(Checkout.PathOf(lesson)),
            cells =>
                [
                    .. cells.SkipLast(1),
                    .. cells
                        .Where(cell => cell.Kind == CellKind.Code && cell.Id is not ("open" or "close"))
                        .Select(Again),
                    cells[^1],
                ]
        );

    private async Task AssertPassesAsync(
        Notebook lesson,
        Func<IReadOnlyList<NotebookCell>, IEnumerable<NotebookCell>> repeat
    )
    {
        var result = await engine.RunAsync(
            lesson with
            {
                Cells = [.. repeat(lesson.Cells)],
            },
            TestContext.Current.CancellationToken
        );

        var failure = result.FirstFailure;
        Assert.True(
            result.Outcome == NotebookOutcome.Passed,
            $"{lesson.Name}, {failure?.Id}, line {failure?.Failure?.Line}: {failure?.Failure?.Message}"
        );
    }

    private static NotebookCell Again(NotebookCell cell) => cell with { Id = $"{cell.Id}-again" };
}
