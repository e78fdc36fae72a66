using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Platforms.Apple;
using ClientAuth.MockServer.Platforms.Evidence;

namespace ClientAuth.MockServer.Tests.Platforms;

/// <summary>A server remembers how often a key was used, and takes no count twice.</summary>
public sealed class KnownAppKeysTests
{
    private readonly KnownAppKeys _keys = new(limit: 100);

    [Fact]
    public async Task Of_many_uses_at_once_with_one_count_exactly_one_is_remembered()
    {
        Assert.True(Remember(0));

        var uses = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => Remember(1))));

        Assert.Equal(1, uses.Count(remembered => remembered));
    }

    [Fact]
    public void Count_may_skip_and_never_goes_back()
    {
        Assert.True(Remember(0));
        Assert.True(Remember(5));
        Assert.False(Remember(4));
        Assert.False(Remember(5));
        Assert.True(Remember(uint.MaxValue));
        Assert.False(Remember(1));
    }

    [Fact]
    public void Attestation_that_comes_again_is_fine_and_sets_nothing_back()
    {
        Assert.True(Remember(0));
        Assert.True(Remember(7));

        Assert.True(Remember(0));

        Assert.Equal(7u, _keys.Find("app", "key")!.Counter);
    }

    [Fact]
    public void Key_is_known_to_its_own_client_only()
    {
        Assert.True(Remember(0));

        Assert.Null(_keys.Find("other", "key"));
        Assert.Null(_keys.Find("app", "other"));
    }

    [Fact]
    public void Of_too_many_keys_the_one_that_was_known_first_is_forgotten()
    {
        var keys = new KnownAppKeys(limit: 2);
        foreach (var key in new[] { "first", "second", "first", "third" })
        {
            Assert.True(keys.Remember(new AppKeyUse("app", key, 0, []), new CheckTrace()));
        }

        Assert.Null(keys.Find("app", "first"));
        Assert.NotNull(keys.Find("app", "second"));
        Assert.NotNull(keys.Find("app", "third"));
    }

    private bool Remember(uint counter) => _keys.Remember(new AppKeyUse("app", "key", counter, []), new CheckTrace());
}
