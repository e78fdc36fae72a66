using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests;

public sealed class RecordedExchangesTests
{
    [Fact]
    public async Task Next_exchange_is_waited_for_without_polling()
    {
        await using var lab = await TestLab.StartAsync();
        await lab.SendAsync(new TestCall());

        var next = lab.Server.Exchanges.NextAsync(TestContext.Current.CancellationToken);
        Assert.False(next.IsCompleted);
        await lab.SendAsync(TestCall.Basic("nobody", "s"));

        Assert.Equal(2, (await next).Number);
    }

    [Fact]
    public async Task Wait_can_be_given_up()
    {
        await using var lab = await TestLab.StartAsync();
        using var giveUp = new CancellationTokenSource();
        var next = lab.Server.Exchanges.NextAsync(giveUp.Token);

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        await lab.SendAsync(new TestCall());
        Assert.Single(lab.Server.Exchanges.Snapshot());
    }

    [Fact]
    public async Task Snapshot_does_not_change_and_numbers_go_on_after_clearing()
    {
        await using var lab = await TestLab.StartAsync();
        await lab.SendAsync(new TestCall());
        var before = lab.Server.Exchanges.Snapshot();

        lab.Server.Exchanges.Clear();
        Assert.Null(lab.Server.Exchanges.Last);
        await lab.SendAsync(new TestCall());

        Assert.Equal([1], before.Select(exchange => exchange.Number));
        Assert.Equal([2], lab.Server.Exchanges.Snapshot().Select(exchange => exchange.Number));
    }

    [Fact]
    public async Task Oldest_exchange_is_dropped_at_the_limit()
    {
        await using var lab = await TestLab.StartAsync(
            (_, options) => options with { Limits = new() { RecordedExchangeLimit = 2 } }
        );
        for (var i = 0; i < 3; i++)
        {
            await lab.SendAsync(new TestCall());
        }

        Assert.Equal([2, 3], lab.Server.Exchanges.Snapshot().Select(exchange => exchange.Number));
    }

    [Fact]
    public async Task Oldest_exchanges_are_dropped_where_all_together_take_too_much_and_the_latest_is_kept()
    {
        const int size = 1024 * 1024;
        await using var lab = await TestLab.StartAsync(
            (_, options) => options with { Limits = new() { RecordedExchangesSize = size } }
        );
        using var client = lab.NewClient();

        // A body of 64,000 characters takes 128,000 bytes, and a head of many fields as much as its texts and objects.
        for (var i = 0; i < 20; i++)
        {
            await lab.SendAsync(new TestCall { RawBody = $"a={new string('b', 64_000)}" }, client);
        }

        Assert.Equal([14, 15, 16, 17, 18, 19, 20], Numbers(lab));
        var wide = new TestCall
        {
            Headers = [.. Enumerable.Range(0, 80).Select(i => ($"X-{i}", new string('x', 2000)))],
        };
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(431, (await lab.SendAsync(wide, client)).Status);
        }

        Assert.InRange(Numbers(lab).Count, 10, 19);
        Assert.Equal(40, lab.Server.Exchanges.Last!.Number);
    }

    [Fact]
    public async Task An_exchange_that_is_larger_than_all_may_be_is_kept_alone()
    {
        await using var lab = await TestLab.StartAsync(
            (_, options) => options with { Limits = new() { RecordedExchangesSize = 1 } }
        );

        await lab.SendAsync(new TestCall());
        await lab.SendAsync(new TestCall());

        Assert.Equal([2], Numbers(lab));
    }

    private static List<int> Numbers(TestLab lab) =>
        [.. lab.Server.Exchanges.Snapshot().Select(exchange => exchange.Number)];
}
