using NotebookEngine.Notebooks;
using NotebookEngine.Running;

namespace Lessons.Tests;

/// <summary>Exercises from both sides: as they stand they say that nothing is done yet, with their solution they are solved.</summary>
public sealed class LessonExerciseTests(Engine engine)
{
    public static TheoryData<string> Lessons => Checkout.Lessons;

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task The_stubs_run_and_say_that_they_are_not_done_yet(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            async () =>
            {
                var result = await engine.RunAsItStandsAsync(lesson);

                Assert.True(result.FirstFailure is null, $"cell {result.FirstFailure?.Id} fails");
                foreach (var exercise in LearnersRun.ExercisesOf(WorkingCopy.Read(lesson)))
                {
                    var shown = ShownBy(result, exercise);
                    if (shown.Contains("solved", StringComparison.Ordinal))
                    {
                        // A learner's own work is no fault of the lesson; a stub that is committed solved is one.
                        await WorkingCopy.SkipIfChangedAsync(lesson, exercise);
                    }

                    Assert.Contains("not done yet", shown, StringComparison.Ordinal);
                    Assert.DoesNotContain("solved", shown, StringComparison.Ordinal);
                }
            }
        );

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task The_solutions_solve_them(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            async () =>
            {
                var result = await engine.RunAsLearnerAsync(lesson);

                foreach (var exercise in LearnersRun.ExercisesOf(WorkingCopy.Read(lesson)))
                {
                    Assert.True(result[exercise].Failure is null, result[exercise].Failure?.Message);
                    Assert.Contains("solved", ShownBy(result, exercise), StringComparison.Ordinal);
                }
            }
        );

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task An_answer_of_another_type_is_told_the_type_of_the_stub(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            async () =>
            {
                var result = await engine.RunAsLearnerAsync(lesson);

                foreach (var exercise in LearnersRun.ExercisesOf(WorkingCopy.Read(lesson)))
                {
                    var cell = AnswerOfAnotherType.IdOf(exercise);
                    Assert.True(result[cell].Failure is null, $"{cell}: {result[cell].Failure?.Message}");
                    Assert.Contains(
                        "✗ The answer has the type that the stub has.",
                        ShownBy(result, cell),
                        StringComparison.Ordinal
                    );
                }
            }
        );

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Each_exercise_has_a_solution_that_its_task_links(string lesson)
    {
        var notebook = WorkingCopy.Read(lesson);

        var solved = SolutionFile.Apply(notebook).CodeCells;

        var without =
            from exercise in LearnersRun.ExercisesOf(notebook)
            let link = $"](solutions/{notebook.Name}.md#{exercise})"
            let task = notebook.Cells.Single(cell => cell.Id == exercise.Replace("exercise", "exercise-task"))
            where
                !task.Source.Contains(link, StringComparison.Ordinal)
                || solved.Single(cell => cell.Id == exercise).Source
                    == notebook.CodeCells.Single(cell => cell.Id == exercise).Source
            select exercise;
        Assert.Empty(without);
    }

    // Some show the request first that they judge.
    private static string ShownBy(NotebookResult result, string exercise) => result[exercise].Shown.Last().Text;
}
