using ClientAuth.MockServer.Jwt;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.MockServer.Tests;

public sealed class ReplayCacheTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly ReplayCache _used;

    public ReplayCacheTests() => _used = new ReplayCache(_clock);

    [Fact]
    public void Second_use_is_refused_until_the_first_has_expired()
    {
        var until = _clock.GetUtcNow().AddMinutes(1);

        Assert.True(_used.TryUse("client", "jti", until));
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(_used.TryUse("client", "jti", until));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(_used.TryUse("client", "jti", until.AddMinutes(1)));
    }

    [Fact]
    public void Identifier_of_one_client_is_free_for_another()
    {
        var until = _clock.GetUtcNow().AddMinutes(1);

        Assert.True(_used.TryUse("one", "jti", until));
        Assert.True(_used.TryUse("other", "jti", until));
    }

    [Fact]
    public void What_has_expired_since_it_was_checked_is_refused()
    {
        var until = _clock.GetUtcNow().AddMinutes(1);

        Assert.True(_used.TryUse("client", "jti", until));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(_used.TryUse("client", "jti", until));
    }

    [Fact]
    public void Use_is_remembered_when_the_clock_was_set_forward_and_back()
    {
        var until = _clock.GetUtcNow().AddMinutes(1);
        Assert.True(_used.TryUse("client", "jti", until));

        SetClock(TimeSpan.FromDays(1));
        Assert.True(_used.TryUse("client", "other", _clock.GetUtcNow().AddMinutes(1)));
        SetClock(TimeSpan.FromDays(-1));

        Assert.False(_used.TryUse("client", "jti", until));
        Assert.True(_used.TryUse("client", "new", until));
    }

    [Fact]
    public void Identifier_that_came_again_after_its_end_does_not_free_the_first()
    {
        var until = _clock.GetUtcNow().AddMinutes(1);
        Assert.True(_used.TryUse("client", "jti", until));
        SetClock(TimeSpan.FromMinutes(2));
        Assert.True(_used.TryUse("client", "jti", _clock.GetUtcNow().AddSeconds(1)));

        SetClock(TimeSpan.FromMinutes(-2));

        Assert.False(_used.TryUse("client", "jti", until));
    }

    [Fact]
    public void Oldest_of_the_expired_uses_are_forgotten_so_that_the_store_does_not_grow()
    {
        var used = new ReplayCache(_clock, limit: 100);
        for (var i = 0; i < 1000; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            Assert.True(used.TryUse("client", $"jti-{i}", _clock.GetUtcNow().AddSeconds(10)));
            Assert.InRange(used.Count, 0, 100);
        }
    }

    [Fact]
    public void What_has_not_expired_is_never_forgotten_however_much_it_is()
    {
        var used = new ReplayCache(_clock, limit: 10);
        var until = _clock.GetUtcNow().AddMinutes(1);

        Assert.All(Enumerable.Range(0, 100), i => Assert.True(used.TryUse("client", $"{i}", until)));

        Assert.All(Enumerable.Range(0, 100), i => Assert.False(used.TryUse("client", $"{i}", until)));
    }

    [Fact]
    public void Forgotten_use_is_refused_when_the_clock_was_set_back_and_a_new_one_is_not()
    {
        var used = new ReplayCache(_clock, limit: 10);
        var start = _clock.GetUtcNow();
        for (var i = 0; i < 100; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            Assert.True(used.TryUse("client", $"{i}", _clock.GetUtcNow().AddSeconds(10)));
        }

        SetClock(start - _clock.GetUtcNow());

        Assert.InRange(used.Count, 0, 20);
        Assert.All(
            Enumerable.Range(0, 100),
            i => Assert.False(used.TryUse("client", $"{i}", start.AddSeconds(i + 11)))
        );
        Assert.True(used.TryUse("client", "new", start.AddSeconds(5)));
        Assert.True(used.TryUse("client", "newer", start.AddSeconds(115)));
    }

    // A clock that is set, not one that runs.
    private void SetClock(TimeSpan step) => _clock.AdjustTime(_clock.GetUtcNow() + step);
}
