using NotebookEngine.Running;

namespace Lessons.Tests;

/// <summary>Exercises from both sides: as they stand they say that nothing is done yet, with their printed solution they are solved.</summary>
public sealed class LessonExerciseTests(Engine engine)
{
    private const string Exercise = "exercise";

    public static TheoryData<string> Lessons => Checkout.Lessons;

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task The_stub_runs_and_says_that_it_is_not_done_yet(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            async () =>
            {
                var result = await engine.RunAsItStandsAsync(lesson);

                Assert.True(result.FirstFailure is null, $"cell {result.FirstFailure?.Id} fails");
                var shown = ShownBy(result);
                if (shown.Contains("solved", StringComparison.Ordinal))
                {
                    // A learner's own work is no fault of the lesson; a stub that is committed solved is one.
                    await WorkingCopy.SkipIfChangedAsync(lesson, Exercise);
                }

                Assert.Contains("not done yet", shown, StringComparison.Ordinal);
                Assert.DoesNotContain("solved", shown, StringComparison.Ordinal);
            }
        );

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task The_printed_solution_solves_it(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            async () =>
            {
                var result = await engine.RunAsLearnerAsync(lesson);

                Assert.True(result[Exercise].Failure is null, result[Exercise].Failure?.Message);
                Assert.Contains("solved", ShownBy(result), StringComparison.Ordinal);
            }
        );

    private static string ShownBy(NotebookResult result) => Assert.Single(result[Exercise].Shown).Text;
}
