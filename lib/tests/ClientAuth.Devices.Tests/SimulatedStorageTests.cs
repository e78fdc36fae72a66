namespace ClientAuth.Devices.Tests;

public sealed class SimulatedStorageTests : IDisposable
{
    private readonly SimulatedStorage _storage = new();

    public void Dispose() => _storage.Dispose();

    [Fact]
    public void A_value_is_there_until_it_is_replaced_or_deleted()
    {
        Assert.Null(_storage.Read("client"));
        _storage.Write("client", "a");
        _storage.Write("client", "b");
        Assert.Equal("b", _storage.Read("client"));
        Assert.Equal("1 value(s)", _storage.ToString());
        _storage.Delete("client");
        _storage.Delete("client");
        Assert.Null(_storage.Read("client"));
    }

    [Fact]
    public async Task A_second_start_waits_until_the_first_has_finished()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var first = await _storage.LockAsync(cancellation);
        var second = _storage.LockAsync(cancellation);
        Assert.False(second.IsCompleted);

        first.Dispose();
        using var held = await second;

        Assert.False(_storage.LockAsync(cancellation).IsCompleted);
    }

    [Fact]
    public async Task Letting_go_twice_lets_one_start_in()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var first = await _storage.LockAsync(cancellation);
        first.Dispose();
        first.Dispose();

        Assert.True(_storage.LockAsync(cancellation).IsCompleted);
        Assert.False(_storage.LockAsync(cancellation).IsCompleted);
    }

    [Fact]
    public async Task Who_gives_up_waiting_takes_nothing()
    {
        var first = await _storage.LockAsync(TestContext.Current.CancellationToken);
        using var impatience = new CancellationTokenSource();
        var second = _storage.LockAsync(impatience.Token);
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);

        first.Dispose();

        Assert.True(_storage.LockAsync(TestContext.Current.CancellationToken).IsCompleted);
    }
}
