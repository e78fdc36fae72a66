using ClientAuth.Lab.Expectations;
using ClientAuth.Lab.Measuring;
using ClientAuth.MockServer.Faults;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.Lab.Tests.Measuring;

/// <summary>Trials at moments of a clock that stands still unless it is moved.</summary>
public sealed class TrialsTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Assertions_of_one_moment_are_taken_within_their_window_once_each()
    {
        await using var lab = await OpenAsync();

        var chart = await lab.TryAssertionsAsync(
            "mobile-app-jwt-symmetric",
            (-11, "A", "assertion.iat"),
            (-10, "B", LessonLab.Accepted),
            (0, "C", LessonLab.Accepted),
            (69, "C", "assertion.jti_unused"),
            (69, "D", LessonLab.Accepted),
            (70, "C", "assertion.exp")
        );

        Assert.Equal(
            "When the server accepts an assertion: accepted for 60 s from iat to exp, and 10 s before and after; "
                + "A (-11 s) refused by assertion.iat; B (-10 s) accepted; C (0 s) accepted; "
                + "C again (69 s) refused by assertion.jti_unused; D (69 s) accepted; C again (70 s) refused by assertion.exp",
            chart.ToString()
        );
    }

    [Fact]
    public async Task The_window_is_that_of_the_servers_own_skew()
    {
        await using var lab = await LessonLab.OpenAsync(
            new LabOptions
            {
                MachineClock = _clock,
                Server = options => options with { ClockSkew = TimeSpan.FromSeconds(30) },
            },
            Cancellation
        );

        var chart = await lab.TryAssertionsAsync("mobile-app-jwt-asymmetric", (-25, "A", LessonLab.Accepted));

        Assert.Contains("and 30 s before and after", chart.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_answer_than_the_expected_one_is_named_with_its_moment()
    {
        await using var lab = await OpenAsync();

        var error = await Assert.ThrowsAsync<LessonExpectationException>(() =>
            lab.TryAssertionsAsync("mobile-app-jwt-symmetric", (75, "A", LessonLab.Accepted))
        );

        Assert.Equal("Assertion A at 75 s: expected accepted, saw assertion.exp.", error.Message);
    }

    [Fact]
    public async Task Moments_out_of_order_and_clients_that_sign_nothing_are_refused()
    {
        await using var lab = await OpenAsync();

        var order = await Assert.ThrowsAsync<ArgumentException>(() =>
            lab.TryAssertionsAsync("mobile-app-jwt-symmetric", (5, "A", ""), (1, "B", ""))
        );
        var secret = await Assert.ThrowsAsync<ArgumentException>(() => lab.TryAssertionsAsync("mobile-app-secret"));

        Assert.StartsWith("The lab's time goes forward: name the moments in their order.", order.Message);
        Assert.StartsWith("'mobile-app-secret' is not registered for signed JWTs.", secret.Message);
    }

    [Fact]
    public async Task A_client_gives_up_at_its_deadline_and_says_what_else_went_wrong()
    {
        await using var lab = await OpenAsync();
        var late = PassDeadlineAsync(lab.Server.Faults);

        var chart = await lab.TryFaultsAsync(
            "mobile-app-secret",
            Deadline,
            ("never answers", new Fault.Late(), FaultOutcome.NoResponse),
            ("answers", null, FaultOutcome.Token),
            ("cuts it", new Fault.Truncated(), FaultOutcome.CutOff),
            ("resets", new Fault.Reset(), FaultOutcome.Closed)
        );

        await late;
        Assert.Equal(
            "A client that waits 5000 ms at most: never answers, after 5000 ms: gave up: no response; "
                + "answers, after 0 ms: a token; cuts it, after 0 ms: response cut off; resets, after 0 ms: connection closed",
            chart.ToString()
        );
    }

    [Fact]
    public async Task Where_the_deadline_passes_although_the_server_does_nothing_wrong_the_trial_is_repeated()
    {
        await using var lab = await OpenAsync();
        // As on a machine that is busy: for the request before the trial, and for the trial.
        lab.Server.Faults.Add(FaultPoint.Token, new Fault.Late(), times: 2);
        var late = PassDeadlineTwiceAsync(lab.Server.Faults);

        var chart = await lab.TryFaultsAsync("mobile-app-secret", Deadline, ("answers", null, FaultOutcome.Token));

        await late;
        Assert.Equal("A client that waits 5000 ms at most: answers, after 0 ms: a token", chart.ToString());
    }

    [Fact]
    public async Task Another_end_than_the_expected_one_is_named_and_no_fault_is_left_behind()
    {
        await using var lab = await OpenAsync();

        var error = await Assert.ThrowsAsync<LessonExpectationException>(() =>
            lab.TryFaultsAsync("mobile-app-secret", Deadline, ("cuts it", new Fault.Truncated(), FaultOutcome.Token))
        );

        Assert.Equal("cuts it: expected 'a token', saw 'response cut off'.", error.Message);
        Assert.Empty(lab.Server.Faults.Snapshot());
    }

    private Task<LessonLab> OpenAsync() => LessonLab.OpenAsync(new LabOptions { MachineClock = _clock }, Cancellation);

    private async Task PassDeadlineTwiceAsync(FaultScript faults)
    {
        await faults.NextAsync(Cancellation);
        var second = faults.NextAsync(Cancellation);
        _clock.Advance(Deadline);
        await second;
        _clock.Advance(Deadline);
    }

    private async Task PassDeadlineAsync(FaultScript faults)
    {
        await faults.NextAsync(Cancellation);
        _clock.Advance(Deadline);
    }
}
