using System.Diagnostics;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Tests.Checks;

/// <summary>What may be a secret in the wrong place is cut short; words, addresses and identifiers of specifications are not.</summary>
public sealed class QuotedSecretsTests
{
    [Theory]
    [InlineData("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")]
    [InlineData("https://localhost:36297/.well-known/oauth-authorization-server")]
    [InlineData("application/x-www-form-urlencoded;charset=UTF-8")]
    [InlineData("client-authentication+jwt")]
    [InlineData("CN=mobile-app-mtls,O=Client Authentication Lab")]
    [InlineData("com.example.mobile-app:/callback")]
    [InlineData("short-S3cret")]
    public void What_is_no_secret_is_quoted_whole(string value) => Assert.Equal($"'{value}'", Quote.Sent(value));

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef", "'012345… (32 characters)'")]
    [InlineData("read dGhpcyBpcyBubyBzZWNyZXQ write", "'read dGhpc… (23 characters) write'")]
    [InlineData("https://a.example/?key=0123456789abcdef0123", "'https://a.example/?key=01234… (20 characters)'")]
    public void What_may_be_one_is_cut_to_its_beginning(string value, string quoted) =>
        Assert.Equal(quoted, Quote.Sent(value));

    [Fact]
    public void A_long_text_costs_no_more_than_its_length()
    {
        var started = Stopwatch.GetTimestamp();

        Quote.Sent(new string('a', 1_000_000));
        Quote.Sent(new string('a', 1_000_000) + "0");
        Quote.Sent(string.Concat(Enumerable.Repeat("aaaaaaaaaaaaaaaaaaaaaaaa.", 40_000)));

        // By the square of the length it would be minutes.
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }
}
