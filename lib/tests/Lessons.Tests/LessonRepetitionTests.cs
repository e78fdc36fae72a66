using System.Text.RegularExpressions;
using NotebookEngine.Notebooks;
using NotebookEngine.Running;

namespace Lessons.Tests;

/// <summary>A lesson in the hands of a learner, who runs a cell again, or goes back and runs many again.</summary>
public sealed partial class LessonRepetitionTests(Engine engine)
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

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task A_reader_may_rest_before_every_cell(string lesson) =>
        AssertPassesAsync(Notebook.Read(Checkout.PathOf(lesson)), Resting);

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

    // Six minutes: longer than a token, a nonce or a challenge lives by default. A reader's rest passes on every clock, this one on the
    // first lab's alone, so it is taken back where a lesson opens a second lab to keep.
    private static IEnumerable<NotebookCell> Resting(IReadOnlyList<NotebookCell> cells)
    {
        var labs = 0;
        foreach (var cell in cells)
        {
            var opened = cell.Kind == CellKind.Code ? KeptLabs.Count(cell.Source) : 0;
            if (cell.Kind == CellKind.Code && labs == 1)
            {
                yield return cell with
                {
                    Id = $"{cell.Id}-rest",
                    Source =
                        opened == 0
                            ? "lab.Clock.Advance(TimeSpan.FromMinutes(6));"
                            : "lab.Clock.Move(-lab.Clock.Offset);",
                };
            }

            labs += opened;
            yield return cell;
        }
    }

    [GeneratedRegex(@"^var \w+ = await LessonLab\.OpenAsync", RegexOptions.Multiline)]
    private static partial Regex KeptLabs { get; }
}
