using ClientAuth.FailureCases.Tester.Discovery;
using ClientAuth.FailureCases.Tester.Running;
using ClientAuth.FailureCases.Tester.Verdicts;
using ClientAuth.FailureCases.Values;
using ClientAuth.FailureCases.Wire;
using ClientAuth.Protocol.Recording;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.FailureCases.Tests.Tester;

/// <summary>How the tester treats a server: where it sends, how fast, and how long it waits. The wire is the test's own.</summary>
public sealed class ServerConnectionTests
{
    private const string Issuer = "https://server.example";

    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_hangs_has_given_no_answer()
    {
        var never = new TaskCompletionSource<WireOutcome>();
        var connection = Connection((_, token) => never.Task.WaitAsync(token));

        var sending = connection.SendAsync(Request(Issuer), Cancellation);
        _clock.Advance(TimeSpan.FromSeconds(30));

        var error = await Assert.ThrowsAsync<NotAnsweredException>(() => sending);
        Assert.Equal("no answer came within 30 s", error.Message);
    }

    [Theory]
    [InlineData("https://elsewhere.example", true)]
    [InlineData("https://server.example:8443", true)]
    [InlineData("https://server.example", false)]
    public async Task Nothing_goes_to_another_origin_or_in_clear_over_the_network(string address, bool overTls)
    {
        var sent = 0;
        var connection = Connection(
            (_, _) =>
            {
                sent++;
                return Task.FromResult<WireOutcome>(Responded(200));
            }
        );

        await Assert.ThrowsAsync<UnusableCaseException>(() =>
            connection.SendAsync(Request(address) with { OverTls = overTls }, Cancellation)
        );

        Assert.Equal(0, sent);
    }

    [Fact]
    public async Task Requests_that_race_go_out_at_once_and_the_next_one_waits_as_long_as_they_take_one_by_one()
    {
        var running = 0;
        var all = new TaskCompletionSource();
        var connection = Connection(
            async (_, token) =>
            {
                if (Interlocked.Increment(ref running) == 4)
                {
                    all.SetResult();
                }

                await all.Task.WaitAsync(token);
                return Responded(200);
            }
        );

        var answers = await connection.SendAtOnceAsync(Request(Issuer), 4, Cancellation);
        var next = connection.SendAsync(Request(Issuer), Cancellation);

        Assert.Equal(4, answers.Count);
        _clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(next.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await next;
    }

    [Theory]
    [InlineData(429, "5", true)]
    [InlineData(503, "5", true)]
    [InlineData(429, null, false)]
    [InlineData(429, "121", false)]
    [InlineData(401, "5", false)]
    public async Task A_pause_is_as_long_as_the_server_asks_for_up_to_two_minutes(
        int status,
        string? after,
        bool pauses
    )
    {
        var connection = Connection((_, _) => Task.FromResult<WireOutcome>(Responded(status)));

        var pausing = connection.PauseAsync([Responded(status, after)], Cancellation);

        Assert.Equal(!pauses, pausing.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(pauses, await pausing);
    }

    private ServerConnection Connection(Func<WireRequest, CancellationToken, Task<WireOutcome>> wire) =>
        new(wire, Origins.Of(Issuer, []), new Pace(_clock, perSecond: 4), _clock);

    private static WireRequest Request(string origin) =>
        new(new Uri($"{origin}/token"), "/token", "POST", [], Body: null) { OverTls = true };

    private static WireOutcome.Responded Responded(int status, string? after = null) =>
        new(new RecordedResponse(status, after is null ? [] : [new RecordedHeader("Retry-After", after)], ""));
}
