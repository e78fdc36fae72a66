using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.MockServer.Tests.Methods;

public sealed class FailureThrottleTests
{
    private const int Limit = 5;

    [Fact]
    public async Task Of_many_guesses_at_once_only_so_many_are_told_that_they_are_wrong()
    {
        await using var lab = await TestLab.StartAsync(
            (_, options) => options with { Secrets = options.Secrets with { AuthenticationFailureLimit = Limit } }
        );

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(_ => StatusAsync(lab, TestCall.Basic(TestClients.Basic, "wrong")))
        );

        Assert.Equal(Limit, answers.Count(status => status == 401));
        Assert.Equal(40 - Limit, answers.Count(status => status == 429));
    }

    [Fact]
    public async Task A_right_secret_does_not_begin_the_count_anew()
    {
        await using var lab = await TestLab.StartAsync(
            (_, options) => options with { Secrets = options.Secrets with { AuthenticationFailureLimit = Limit } }
        );
        for (var i = 0; i < Limit; i++)
        {
            (await lab.SendAsync(TestCall.Basic(TestClients.Basic, lab.Clients.Secret))).AssertIssued();
            (await lab.SendAsync(TestCall.Basic(TestClients.Basic, "wrong"))).AssertInvalidClient(
                Rules.SecretValue.Name
            );
        }

        var shut = await lab.SendAsync(TestCall.Basic(TestClients.Basic, lab.Clients.Secret));
        var other = await lab.SendAsync(TestCall.Post(TestClients.Post, lab.Clients.Secret));

        shut.AssertRefused(429, OAuthErrors.TemporarilyUnavailable, Rules.ClientNotThrottled.Name);
        Assert.Equal("60", shut.Header("Retry-After"));
        other.AssertIssued();
    }

    [Fact]
    public void Counts_never_grow_beyond_their_capacity_and_end_with_their_window()
    {
        var clock = new FakeTimeProvider();
        var windows = new FailureWindows(clock, TimeSpan.FromMinutes(1), limit: 2, capacity: 100);
        for (var i = 0; i < 10_000; i++)
        {
            Assert.Null(windows.Settle($"{i}", failed: true));
        }

        Assert.Equal(100, windows.Count);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(windows.Settle("another", failed: false));
        Assert.Equal(0, windows.Count);
    }

    [Fact]
    public void A_window_is_counted_from_its_first_failure_and_not_from_the_last()
    {
        var clock = new FakeTimeProvider();
        var windows = new FailureWindows(clock, TimeSpan.FromMinutes(1), limit: 2, capacity: 10);
        windows.Settle("key", failed: true);
        clock.Advance(TimeSpan.FromSeconds(40));
        windows.Settle("key", failed: true);

        Assert.Equal(TimeSpan.FromSeconds(20), windows.Settle("key", failed: true));
        clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Null(windows.Settle("key", failed: false));
    }

    [Fact]
    public void A_clock_that_is_set_back_forgets_no_failure_and_shuts_for_no_longer_than_a_window()
    {
        var clock = new FakeTimeProvider();
        var windows = new FailureWindows(clock, TimeSpan.FromMinutes(1), limit: 2, capacity: 10);
        windows.Settle("key", failed: true);
        windows.Settle("key", failed: true);

        clock.AdjustTime(clock.GetUtcNow().AddHours(-1));

        Assert.Equal(TimeSpan.FromMinutes(1), windows.Settle("key", failed: true));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(windows.Settle("key", failed: false));
    }

    private static async Task<int> StatusAsync(TestLab lab, TestCall call) => (await lab.SendAsync(call)).Status;
}
