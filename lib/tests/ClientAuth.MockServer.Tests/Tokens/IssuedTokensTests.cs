using ClientAuth.MockServer.Tokens;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.MockServer.Tests.Tokens;

/// <summary>What became of tokens: dead once revoked or spent, whatever becomes of the clock.</summary>
public sealed class IssuedTokensTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly IssuedTokens _issued;

    public IssuedTokensTests() => _issued = new IssuedTokens(_clock, limit: 100);

    [Fact]
    public void Token_that_works_once_is_spent_by_one_of_many()
    {
        var token = Token("once", TimeSpan.FromMinutes(1));
        var wins = 0;

        Parallel.For(0, 64, _ => Interlocked.Add(ref wins, _issued.TrySpend(token) ? 1 : 0));

        Assert.Equal(1, wins);
        Assert.False(_issued.IsLive("once", token.Expires));
    }

    [Fact]
    public void Revoked_token_cannot_be_spent()
    {
        var token = Token("jti", TimeSpan.FromMinutes(1));

        Assert.True(_issued.IsLive("jti", token.Expires));
        _issued.Revoke(token);

        Assert.False(_issued.IsLive("jti", token.Expires));
        Assert.False(_issued.TrySpend(token));
    }

    [Fact]
    public void Expired_token_cannot_be_spent()
    {
        var token = Token("jti", TimeSpan.FromMinutes(1));
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.False(_issued.TrySpend(token));
    }

    [Fact]
    public void Token_that_had_expired_when_it_was_revoked_is_dead_when_the_clock_was_set_back()
    {
        var token = Token("jti", TimeSpan.FromMinutes(1));
        _clock.AdjustTime(_clock.GetUtcNow().AddHours(1));
        _issued.Revoke(token);

        _clock.AdjustTime(_clock.GetUtcNow().AddHours(-1));

        Assert.False(_issued.IsLive("jti", token.Expires));
        Assert.False(_issued.TrySpend(token));
    }

    [Fact]
    public void Store_does_not_grow()
    {
        for (var i = 0; i < 1000; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            _issued.Revoke(Token($"jti-{i}", TimeSpan.FromSeconds(10)));
        }

        Assert.InRange(_issued.Count, 10, 100);
    }

    private AccessToken Token(string jti, TimeSpan lifetime) =>
        new(jti, "client", [], _clock.GetUtcNow() + lifetime, TokenBinding.Nothing);
}
