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
    public void Expired_uses_are_forgotten_so_that_the_store_does_not_grow()
    {
        for (var i = 0; i < 1000; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            Assert.True(_used.TryUse("client", $"jti-{i}", _clock.GetUtcNow().AddSeconds(10)));
        }

        Assert.Equal(10, _used.Count);
    }
}
