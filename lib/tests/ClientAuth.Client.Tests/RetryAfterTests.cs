using Microsoft.Extensions.Time.Testing;
using Method = ClientAuth.Client.ClientAuthenticationMethodConfiguration;

namespace ClientAuth.Client.Tests;

/// <summary>A server that wants to be asked again later says when (RFC 9110 §10.2.3).</summary>
public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset NewYear = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("30", 30)]
    [InlineData("Thu, 01 Jan 2026 00:01:30 GMT", 90)]
    [InlineData("Wed, 31 Dec 2025 23:00:00 GMT", 0)]
    [InlineData("soon", null)]
    public async Task A_refusal_says_when_to_ask_again(string retryAfter, int? seconds)
    {
        using var wire = new RecordingHandler(429, """{"error":"temporarily_unavailable"}""")
        {
            RetryAfter = retryAfter,
        };

        var refused = Assert.IsType<TokenOutcome.Refused>(await AskAsync(wire));

        Assert.Equal(seconds, refused.RetryAfter?.TotalSeconds);
        Assert.Equal(
            "Refused: 429 temporarily_unavailable" + (seconds is null ? "" : $"; ask again after {seconds} s"),
            $"{refused}"
        );
    }

    [Theory]
    [InlineData(429, "text/html", "7", "429 since there were too many requests. Ask again after 7 s.", 7)]
    [InlineData(429, null, null, "429 since there were too many requests. Ask again later.", null)]
    [InlineData(
        503,
        "text/plain",
        "9",
        "503 and has failed; the request itself may have been right. Ask again after 9 s.",
        9
    )]
    public async Task A_server_that_is_too_busy_says_when_to_ask_again(
        int status,
        string? mediaType,
        string? retryAfter,
        string text,
        int? seconds
    )
    {
        using var wire = new RecordingHandler(status, "busy", mediaType) { RetryAfter = retryAfter };

        var error = await Assert.ThrowsAsync<AuthorizationServerException>(() => AskAsync(wire));

        Assert.Equal($"https://as.example/token answered {text}", error.Message);
        Assert.Equal(seconds, error.RetryAfter?.TotalSeconds);
        Assert.True(error.RequestMayHaveArrived);
    }

    private static async Task<TokenOutcome> AskAsync(RecordingHandler wire)
    {
        using var http = new HttpClient(wire, disposeHandler: false);
        var clock = new FakeTimeProvider(NewYear);
        var client = new TokenClient(http, AnyServer.Metadata, "app", new Method.None(), clock);
        return await client.RequestTokenAsync(cancellationToken: TestContext.Current.CancellationToken);
    }
}
