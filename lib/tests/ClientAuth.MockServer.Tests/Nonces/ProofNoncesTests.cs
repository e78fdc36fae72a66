using ClientAuth.MockServer.Nonces;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.MockServer.Tests.Nonces;

/// <summary>A DPoP proof that stands for an attested client's may repeat the challenge, and no other may.</summary>
public sealed class ProofNoncesTests
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());

    [Fact]
    public void Challenge_is_a_nonce_in_the_combined_mode_only()
    {
        var (nonces, challenges) = (new ServerNonces(_clock, Lifetime), new ServerNonces(_clock, Lifetime));
        var (combined, apart) = (new ProofNonces(nonces, challenges), new ProofNonces(nonces, challenges: null));
        var challenge = challenges.Next();

        Assert.True(combined.Accepts(challenge, out _));
        Assert.True(combined.Accepts(nonces.Next(), out _));
        Assert.True(apart.Accepts(nonces.Next(), out _));
        Assert.False(apart.Accepts(challenge, out var seen));
        Assert.EndsWith(", which this server did not issue", seen, StringComparison.Ordinal);
        Assert.Equal("a nonce or a challenge that this server issued recently", combined.Expected);
        Assert.Equal("a nonce that this server issued recently", apart.Expected);
    }

    [Fact]
    public void Challenge_grows_old_as_a_nonce_does()
    {
        var challenges = new ServerNonces(_clock, Lifetime);
        var combined = new ProofNonces(new ServerNonces(_clock, Lifetime), challenges);
        var challenge = challenges.Next();

        _clock.Advance(Lifetime);

        Assert.False(combined.Accepts(challenge, out var seen));
        Assert.StartsWith($"'{challenge[..16]}…', issued at ", seen, StringComparison.Ordinal);
        Assert.False(combined.Accepts(null, out seen));
        Assert.Equal("nothing", seen);
    }
}
