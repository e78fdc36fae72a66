using ClientAuth.MockServer.Sharing;
using ClientAuth.MockServer.Tokens;
using ClientAuth.SharedState;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.MockServer.Tests.Tokens;

/// <summary>What became of tokens: dead once revoked or spent, whatever becomes of the clock.</summary>
public sealed class IssuedTokensTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly MemoryState _state;
    private readonly IssuedTokens _issued;

    public IssuedTokensTests()
    {
        _state = new MemoryState(_clock, new() { RememberedUseLimit = 100 });
        _issued = new IssuedTokens(_state);
    }

    [Fact]
    public async Task Token_that_works_once_is_spent_by_one_of_many()
    {
        var token = Token("once", TimeSpan.FromMinutes(1));
        var wins = 0;

        await Parallel.ForAsync(
            0,
            64,
            TestContext.Current.CancellationToken,
            async (_, _) => Interlocked.Add(ref wins, await _issued.TrySpendAsync(token) ? 1 : 0)
        );

        Assert.Equal(1, wins);
        Assert.False(await _issued.IsLiveAsync("once", token.Expires));
    }

    [Fact]
    public async Task Revoked_token_cannot_be_spent()
    {
        var token = Token("jti", TimeSpan.FromMinutes(1));

        Assert.True(await _issued.IsLiveAsync("jti", token.Expires));
        await _issued.RevokeAsync(token);

        Assert.False(await _issued.IsLiveAsync("jti", token.Expires));
        Assert.False(await _issued.TrySpendAsync(token));
    }

    [Fact]
    public async Task Expired_token_cannot_be_spent()
    {
        var token = Token("jti", TimeSpan.FromMinutes(1));
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.False(await _issued.TrySpendAsync(token));
    }

    [Fact]
    public async Task Token_that_had_expired_when_it_was_revoked_is_dead_when_the_clock_was_set_back()
    {
        var token = Token("jti", TimeSpan.FromMinutes(1));
        _clock.AdjustTime(_clock.GetUtcNow().AddHours(1));
        await _issued.RevokeAsync(token);

        _clock.AdjustTime(_clock.GetUtcNow().AddHours(-1));

        Assert.False(await _issued.IsLiveAsync("jti", token.Expires));
        Assert.False(await _issued.TrySpendAsync(token));
    }

    [Fact]
    public async Task Store_does_not_grow()
    {
        for (var i = 0; i < 1000; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await _issued.RevokeAsync(Token($"jti-{i}", TimeSpan.FromSeconds(10)));
        }

        Assert.InRange(_state.Count(StateKind.EndedToken), 10, 100);
    }

    private AccessToken Token(string jti, TimeSpan lifetime) =>
        new(jti, "client", [], _clock.GetUtcNow() + lifetime, TokenBinding.Nothing);
}
