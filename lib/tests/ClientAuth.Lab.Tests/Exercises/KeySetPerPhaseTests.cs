using ClientAuth.Lab.Exercises;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>The exercise of lesson 07, from both sides: the stub, the solution, and each mistake that it knows.</summary>
public sealed class KeySetPerPhaseTests
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

    [Fact]
    public async Task A_phase_without_a_key_is_noticed() =>
        await AssertBreaksAsync(
            (phase, old, next) => phase == KeyRotationPhase.AllMoved ? [] : Solution(phase, old, next),
            "No phase publishes an empty set, or a key twice."
        );

    [Fact]
    public async Task A_replacement_without_overlap_locks_the_slow_installs_out() =>
        await AssertBreaksAsync(
            (phase, old, next) => phase == KeyRotationPhase.NextKeyMade ? [old, next] : [next],
            "The old key is published as long as an install signs with it and nobody has stolen it."
        );

    [Fact]
    public async Task A_key_that_is_published_when_it_is_used_is_late() =>
        await AssertBreaksAsync(
            (phase, old, next) => phase == KeyRotationPhase.NextKeyMade ? [old] : Solution(phase, old, next),
            "The next key is published before the first install signs with it."
        );

    [Fact]
    public async Task An_overlap_without_an_end_is_noticed() =>
        await AssertBreaksAsync((_, old, next) => [old, next], "The old key is withdrawn when no install needs it.");

    [Fact]
    public async Task An_overlap_for_the_thief_is_noticed() =>
        await AssertBreaksAsync(
            (phase, old, next) => phase == KeyRotationPhase.AllMoved ? [next] : [old, next],
            "A stolen key is withdrawn at once."
        );

    [Fact]
    public async Task Keys_that_are_not_those_given_are_found_out_by_the_server() =>
        await AssertBreaksAsync(
            (phase, old, next) => [.. Solution(phase, old, next).Select(key => key with { X = key.Y })],
            "A server that fetches the sets lets everybody in who should be, and nobody else."
        );

    private static Jwk[] Solution(KeyRotationPhase phase, Jwk old, Jwk next) =>
        phase is KeyRotationPhase.NextKeyMade or KeyRotationPhase.InstallsMoving ? [old, next] : [next];

    private static async Task AssertBreaksAsync(Func<KeyRotationPhase, Jwk, Jwk, Jwk[]> wrong, string rule)
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(wrong));
        Assert.Equal(rule, broken.Rule);
    }

    private static Task<ExerciseResult> JudgeAsync(Func<KeyRotationPhase, Jwk, Jwk, Jwk[]> publish) =>
        new LessonExercises().KeySetPerPhase.JudgeAsync(publish, TestContext.Current.CancellationToken);
}
