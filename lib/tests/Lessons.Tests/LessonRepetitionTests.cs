using NotebookEngine.Running;

namespace Lessons.Tests;

/// <summary>A lesson in the hands of a learner, who rests, runs a cell again, or goes back and runs many again: see <see cref="LearnersRun"/>.</summary>
public sealed class LessonRepetitionTests(Engine engine)
{
    public static TheoryData<string> Lessons => Checkout.Lessons;

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task A_reader_may_rest_before_every_cell(string lesson) =>
        AssertPassAsync(lesson, "after a rest", LearnersRun.IsFirst);

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task All_cells_may_be_run_again_in_the_same_lab(string lesson) =>
        AssertPassAsync(lesson, "when all cells are run once more", LearnersRun.IsLater);

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task Every_cell_may_be_run_twice_in_a_row(string lesson) =>
        AssertPassAsync(lesson, "when it is run twice in a row", LearnersRun.IsAgain);

    private Task AssertPassAsync(string lesson, string when, Func<string, bool> isMeant) =>
        WorkingCopy.HoldAsync(
            lesson,
            async () =>
            {
                var result = await engine.RunAsLearnerAsync(lesson);

                var meant = result.Cells.Where(cell => isMeant(cell.Id)).ToList();
                Assert.NotEmpty(meant);
                var failed = meant.FirstOrDefault(cell => cell.Outcome != CellOutcome.Passed);
                Assert.True(
                    failed is null,
                    $"{lesson}, {failed?.Id}, {when}, line {failed?.Failure?.Line}: {failed?.Failure?.Message ?? failed?.SkipReason}"
                );
            }
        );
}
