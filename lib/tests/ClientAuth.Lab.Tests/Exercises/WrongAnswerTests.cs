using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>
/// Every rule of every exercise notices the mistakes that it is there for: they keep all rules before it, break it, and get its hint.
/// With a rule switched off its mistakes would pass, or break another one.
/// </summary>
public sealed class WrongAnswerTests
{
    public static TheoryData<string, string, string> Mistakes =>
        [
            .. from exercise in All()
            from rule in exercise.Rules
            from mistake in exercise.MistakesAgainst(rule)
            select new TheoryDataRow<string, string, string>(exercise.Name, rule, mistake),
        ];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_breaks_its_rule_and_gets_its_hint(string exercise, string rule, string mistake)
    {
        var (result, hint) = await New(exercise).TryMistakeAsync(rule, mistake, TestContext.Current.CancellationToken);

        var broken = Assert.IsType<ExerciseResult.Broken>(result);
        Assert.Equal(rule, broken.Rule);
        Assert.Equal(hint, broken.Hint);
    }

    [Fact]
    public void Every_rule_knows_a_mistake_that_breaks_it() =>
        Assert.Empty(
            from exercise in All()
            from rule in exercise.Rules
            where exercise.MistakesAgainst(rule) is []
            select $"{exercise.Name}: {rule}"
        );

    [Fact]
    public void Rules_and_mistakes_are_told_apart_by_their_words() =>
        Assert.All(
            All(),
            exercise =>
            {
                Assert.Equal(exercise.Rules.Distinct(), exercise.Rules);
                Assert.All(
                    exercise.Rules.Select(exercise.MistakesAgainst),
                    mistakes => Assert.Equal(mistakes.Distinct(), mistakes)
                );
            }
        );

    private static IReadOnlyList<IExercise> All() =>
        [
            .. typeof(LessonExercises)
                .GetProperties()
                .Where(property => property.PropertyType.IsAssignableTo(typeof(IExercise)))
                .Select(property => New(property.Name)),
        ];

    // A new one each time: some ask a server once, and keep its answer. No test waits until an answer without end is given up.
    private static IExercise New(string name) =>
        (IExercise)
            typeof(LessonExercises).GetProperty(name)!.GetValue(new LessonExercises(machineClock: new JumpingClock()))!;
}
