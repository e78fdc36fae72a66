using System.Security.Cryptography;
using ClientAuth.MockServer.Nonces;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.MockServer.Tests.Nonces;

/// <summary>Nonces that nobody remembers and nobody else can make.</summary>
public sealed class ServerNoncesTests
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());

    [Fact]
    public void Nonce_is_good_until_its_lifetime_is_over()
    {
        var nonces = new ServerNonces(_clock, Lifetime);
        var nonce = nonces.Next();

        _clock.Advance(Lifetime - TimeSpan.FromMilliseconds(1));
        Assert.True(nonces.Accepts(nonce, out _));

        // To the millisecond in which it was given; what is beyond that is cut off.
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(nonces.Accepts(nonce, out var seen));
        Assert.StartsWith($"'{nonce[..16]}…', issued at ", seen, StringComparison.Ordinal);
    }

    [Fact]
    public void Nonce_from_before_the_clock_was_set_back_is_not_good_for_longer_than_its_lifetime()
    {
        var nonces = new ServerNonces(_clock, Lifetime);
        var now = _clock.GetUtcNow();
        _clock.AdjustTime(now.AddDays(1));
        var nonce = nonces.Next();

        _clock.AdjustTime(now);

        Assert.False(nonces.Accepts(nonce, out var seen));
        Assert.EndsWith(", which is yet to come", seen, StringComparison.Ordinal);
    }

    [Fact]
    public void Nonce_of_a_node_is_good_at_another_whose_clock_is_behind_by_as_much_as_two_may_differ()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var behind = new FakeTimeProvider(_clock.GetUtcNow());
        behind.AdjustTime(_clock.GetUtcNow().AddSeconds(-20));
        var other = new ServerNonces(behind, Lifetime, key);
        var nonce = new ServerNonces(_clock, Lifetime, key).Next();

        Assert.Equal(
            DateTimeOffset.FromUnixTimeMilliseconds((_clock.GetUtcNow() + Lifetime).ToUnixTimeMilliseconds()),
            other.GoodUntil(nonce, out _)
        );
        behind.AdjustTime(behind.GetUtcNow().AddSeconds(-1));
        Assert.Null(other.GoodUntil(nonce, out var seen));
        Assert.EndsWith(", which is yet to come", seen, StringComparison.Ordinal);
        behind.AdjustTime(_clock.GetUtcNow() + Lifetime);
        Assert.Null(other.GoodUntil(nonce, out _));
    }

    [Fact]
    public void Two_nonces_of_one_moment_differ()
    {
        var nonces = new ServerNonces(_clock, Lifetime);

        Assert.NotEqual(nonces.Next(), nonces.Next());
    }

    [Fact]
    public void Nonce_of_another_is_no_nonce()
    {
        var foreign = new ServerNonces(_clock, Lifetime).Next();

        Assert.False(new ServerNonces(_clock, Lifetime).Accepts(foreign, out var seen));
        Assert.Equal($"'{foreign[..6]}…' (64 characters), which this server did not issue", seen);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("wrong")]
    [InlineData("*")]
    [InlineData("ü")]
    public void Anything_else_is_refused_and_nothing_thrown(string? nonce) =>
        Assert.False(new ServerNonces(_clock, Lifetime).Accepts(nonce, out _));

    [Fact]
    public void Every_character_of_a_nonce_counts()
    {
        var nonces = new ServerNonces(_clock, Lifetime);
        var nonce = nonces.Next();

        for (var i = 0; i < nonce.Length; i++)
        {
            var other = nonce[i] == 'A' ? 'B' : 'A';
            Assert.False(nonces.Accepts(nonce[..i] + other + nonce[(i + 1)..], out _), $"character {i}");
        }

        Assert.False(nonces.Accepts(nonce + "AAAA", out _));
    }
}
