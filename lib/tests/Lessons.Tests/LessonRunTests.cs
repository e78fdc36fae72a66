using NotebookEngine.Outputs;
using NotebookEngine.Running;

namespace Lessons.Tests;

/// <summary>Every lesson runs from its first cell to its last, against a real server over real TLS.</summary>
public sealed class LessonRunTests(Engine engine)
{
    private const string LessonThatMends = "16-client-files.ipynb";
    private const string Capstone = "13-capstone.ipynb";

    public static TheoryData<string> Lessons => Checkout.Lessons;

    /// <summary>All but the first, which only looks round, and the two that mend what others built.</summary>
    public static TheoryData<string> LessonsThatBuild =>
        [
            .. Checkout
                .Lessons.Select(row => row.Data)
                .Skip(1)
                .Where(lesson => lesson is not (LessonThatMends or Capstone)),
        ];

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task Every_cell_of_the_lesson_runs_and_shows_something(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            async () =>
            {
                var result = await engine.RunAsItStandsAsync(lesson);

                var failure = result.FirstFailure;
                Assert.True(
                    result.Outcome == NotebookOutcome.Passed,
                    $"{lesson}, cell {failure?.Id}, line {failure?.Failure?.Line}: {failure?.Failure?.Name}: {failure?.Failure?.Message}"
                );
                var silent = TellerCell.Without(result).Where(cell => cell.Outputs.Count == 0).Select(cell => cell.Id);
                Assert.Empty(silent);
                // One of the engines that lessons must run on counts any output to stderr as a failure.
                var noisy = TellerCell.Without(result).Where(WritesErrors).Select(cell => cell.Id);
                Assert.Empty(noisy);
            }
        );

    [Theory]
    [MemberData(nameof(LessonsThatBuild))]
    public Task A_credential_built_by_hand_gets_a_token(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            async () =>
            {
                var result = await engine.RunAsItStandsAsync(lesson);

                Assert.Contains(
                    result["send-by-hand"].Shown,
                    shown => shown.Text.Contains("answered 200 OK", StringComparison.Ordinal)
                );
            }
        );

    [Fact]
    public Task A_credential_that_was_mended_gets_a_token() =>
        WorkingCopy.HoldAsync(
            LessonThatMends,
            async () =>
            {
                var result = await engine.RunAsItStandsAsync(LessonThatMends);

                var mended = result.Cells.Where(cell =>
                    cell.Shown.Any(shown => shown.Text.StartsWith("Issued, as expected", StringComparison.Ordinal))
                );
                Assert.InRange(mended.Count(), 10, int.MaxValue);
            }
        );

    [Fact]
    public Task A_fleet_that_was_mended_gets_its_tokens() =>
        WorkingCopy.HoldAsync(
            Capstone,
            async () =>
            {
                var result = await engine.RunAsLearnerAsync(Capstone);

                Assert.Contains(
                    result["exercise-2"].Shown,
                    shown => shown.Text.Contains("10 of 10 faults mended; 6 of 6", StringComparison.Ordinal)
                );
            }
        );

    private static bool WritesErrors(CellResult cell) =>
        cell.Outputs.OfType<CellOutput.Printed>().Any(printed => printed.To == CellOutput.Printed.StandardError);
}
