using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>An answer of another type is told which one the stub has: the compiler alone would speak of an argument.</summary>
public sealed class AnswerOfAnotherTypeTests
{
    public static TheoryData<string> Exercises =>
        [
            .. typeof(LessonExercises)
                .GetProperties()
                .Where(property => property.PropertyType.IsAssignableTo(typeof(IExercise)))
                .Select(property => property.Name),
        ];

    [Theory]
    [MemberData(nameof(Exercises))]
    public async Task Every_exercise_says_so(string name)
    {
        var exercise = (IExercise)typeof(LessonExercises).GetProperty(name)!.GetValue(new LessonExercises())!;

        var result = await exercise.JudgeAsync(new Version(1, 0), TestContext.Current.CancellationToken);

        var broken = Assert.IsType<ExerciseResult.Broken>(result);
        Assert.Equal("The answer has the type that the stub has.", broken.Rule);
        Assert.Equal("Version", broken.Seen);
        Assert.Empty(broken.RulesKept);
    }

    [Fact]
    public async Task Both_types_are_written_as_in_a_cell()
    {
        var view = await new LessonExercises().BasicHeader.CheckAsync(
            (string id, int secret) => new[] { id },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            """
            ✗ The Basic header: not right yet, 0 of 6 rules hold
            ✗ The answer has the type that the stub has.
                expected: Func<string, string, string>
                seen: Func<string, int, string[]>
            Hint 1 of 1: Write Func<string, string, string> before the variable's name again, as the stub has it. Only what follows the = is yours.
            """,
            view.ToString()
        );
    }

    [Fact]
    public async Task An_answer_of_the_right_type_in_a_variable_of_type_object_is_judged()
    {
        object answer = "no check has this name";

        var result = await new LessonExercises().FailingCheck.JudgeAsync(answer, TestContext.Current.CancellationToken);

        Assert.NotEqual(
            "The answer has the type that the stub has.",
            Assert.IsType<ExerciseResult.Broken>(result).Rule
        );
    }
}
