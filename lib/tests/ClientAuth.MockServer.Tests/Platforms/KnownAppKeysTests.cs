using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Platforms.Apple;
using ClientAuth.MockServer.Platforms.Evidence;
using ClientAuth.MockServer.Sharing;

namespace ClientAuth.MockServer.Tests.Platforms;

/// <summary>A server remembers how often a key was used, and takes no count twice.</summary>
public sealed class KnownAppKeysTests
{
    private readonly KnownAppKeys _keys = Keys(limit: 100);

    [Fact]
    public async Task Of_many_uses_at_once_with_one_count_exactly_one_is_remembered()
    {
        Assert.True(await RememberAsync(0));

        var uses = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => RememberAsync(1).AsTask())));

        Assert.Equal(1, uses.Count(remembered => remembered));
    }

    [Fact]
    public async Task Count_may_skip_and_never_goes_back()
    {
        Assert.True(await RememberAsync(0));
        Assert.True(await RememberAsync(5));
        Assert.False(await RememberAsync(4));
        Assert.False(await RememberAsync(5));
        Assert.True(await RememberAsync(uint.MaxValue));
        Assert.False(await RememberAsync(1));
    }

    [Fact]
    public async Task Attestation_that_comes_again_is_fine_and_sets_nothing_back()
    {
        Assert.True(await RememberAsync(0));
        Assert.True(await RememberAsync(7));

        Assert.True(await RememberAsync(0));

        Assert.Equal(7u, (await _keys.FindAsync("app", "key"))!.Counter);
    }

    [Fact]
    public async Task Key_is_known_to_its_own_client_only()
    {
        Assert.True(await RememberAsync(0));

        Assert.Null(await _keys.FindAsync("other", "key"));
        Assert.Null(await _keys.FindAsync("app", "other"));
    }

    [Fact]
    public async Task Of_too_many_keys_the_one_that_was_known_first_is_forgotten()
    {
        var keys = Keys(limit: 2);
        foreach (var key in new[] { "first", "second", "first", "third" })
        {
            Assert.True(await keys.RememberAsync(new AppKeyUse("app", key, 0, []), new CheckTrace()));
        }

        Assert.Null(await keys.FindAsync("app", "first"));
        Assert.NotNull(await keys.FindAsync("app", "second"));
        Assert.NotNull(await keys.FindAsync("app", "third"));
    }

    private static KnownAppKeys Keys(int limit) =>
        new(new MemoryState(TimeProvider.System, new() { KnownAppKeyLimit = limit }));

    private ValueTask<bool> RememberAsync(uint counter) =>
        _keys.RememberAsync(new AppKeyUse("app", "key", counter, []), new CheckTrace());
}
