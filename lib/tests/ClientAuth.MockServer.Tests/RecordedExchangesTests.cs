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
}
