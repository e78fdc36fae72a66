using ClientAuth.Lab.Exercises;
using ClientAuth.Lab.Exercises.Rotation;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Tests.Exercises.Rotation;

/// <summary>The first exercise of lesson 07: the stub, and solutions.</summary>
public sealed class KeySetPerPhaseExerciseTests
{
    [Fact]
    public async Task Stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync((_, _, _) => []));

    [Fact]
    public async Task Both_until_all_have_moved_and_the_next_alone_afterwards_or_after_a_theft_solves_it() =>
        Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public async Task The_order_of_the_keys_does_not_matter() =>
        Assert.IsType<ExerciseResult.Solved>(
            await JudgeAsync((phase, old, next) => [.. Solution(phase, old, next).Reverse()])
        );

    private static Jwk[] Solution(KeyRotationPhase phase, Jwk old, Jwk next) =>
        phase is KeyRotationPhase.NextKeyMade or KeyRotationPhase.InstallsMoving ? [old, next] : [next];

    private static Task<ExerciseResult> JudgeAsync(Func<KeyRotationPhase, Jwk, Jwk, Jwk[]> publish) =>
        new LessonExercises().KeySetPerPhase.JudgeAsync(publish, TestContext.Current.CancellationToken);
}
