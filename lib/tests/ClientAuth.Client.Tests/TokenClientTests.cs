using ClientAuth.Protocol.Recording;
using Microsoft.Extensions.Time.Testing;
using Method = ClientAuth.Client.ClientAuthenticationMethodConfiguration;

namespace ClientAuth.Client.Tests;

/// <summary>What becomes of each answer, without a network.</summary>
public sealed class TokenClientTests
{
    private const string Advice = " Check that this is the right endpoint of an OAuth server.";

    [Fact]
    public async Task A_token_is_issued()
    {
        var issued = Assert.IsType<TokenOutcome.Issued>(await AskAsync(200, AnyServer.TokenJson));

        Assert.Equal(
            ("t-1", "Bearer", 60),
            (issued.Response.AccessToken, issued.Response.TokenType, issued.Response.ExpiresIn)
        );
        Assert.Equal("Issued: Bearer token, expires in 60 s", issued.ToString());
    }

    [Fact]
    public async Task A_token_may_keep_its_lifetime_to_itself() =>
        Assert.Equal(
            "Issued: Bearer token, lifetime not told",
            $"{await AskAsync(200, """{"access_token":"t-1","token_type":"Bearer"}""")}"
        );

    [Theory]
    [InlineData(400, """{"error":"invalid_scope"}""", "Refused: 400 invalid_scope")]
    [InlineData(
        401,
        """{"error":"invalid_client","error_description":"client authentication failed"}""",
        "Refused: 401 invalid_client (client authentication failed)"
    )]
    public async Task A_refusal_is_a_value(int status, string body, string text)
    {
        var refused = Assert.IsType<TokenOutcome.Refused>(await AskAsync(status, body));

        Assert.Equal(status, refused.Status);
        Assert.Equal(text, refused.ToString());
    }

    [Theory]
    [InlineData(
        200,
        "<html>",
        "text/html",
        "200 as text/html, where a token response (RFC 6749 §5.1) comes as application/json."
    )]
    [InlineData(
        200,
        "{}",
        null,
        "200 as no content type, where a token response (RFC 6749 §5.1) comes as application/json."
    )]
    [InlineData(200, "{", "application/json", "200 with a body that is not a token response (RFC 6749 §5.1), at $.")]
    [InlineData(200, "{}", "application/json", "200 with a body that is not a token response (RFC 6749 §5.1), at $.")]
    [InlineData(200, "null", "application/json", "200 with null in place of a token response (RFC 6749 §5.1).")]
    [InlineData(
        200,
        """{"access_token":"","token_type":"Bearer"}""",
        "application/json",
        "200 with an empty access_token or token_type."
    )]
    [InlineData(
        200,
        """{"access_token":"a","token_type":"Bearer","expires_in":"soon"}""",
        "application/json",
        "200 with a body that is not a token response (RFC 6749 §5.1), at $.expires_in."
    )]
    [InlineData(
        200,
        """{"access_token":"a","token_type":"Bearer","expires_in":-1}""",
        "application/json",
        "200 with a negative expires_in."
    )]
    [InlineData(
        404,
        "no",
        "text/plain",
        "404 as text/plain, where an error response (RFC 6749 §5.2) comes as application/json."
    )]
    [InlineData(400, """{"error":""}""", "application/json", "400 with an empty error code.")]
    [InlineData(
        400,
        """{"error":"invalid_\u001b[2J"}""",
        "application/json",
        "400 with characters in its error that RFC 6749 §5.2 does not allow."
    )]
    [InlineData(
        401,
        """{"error":"invalid_client","error_description":"two\r\nlines"}""",
        "application/json",
        "401 with characters in its error that RFC 6749 §5.2 does not allow."
    )]
    [InlineData(204, "", null, "204 where a token endpoint answers 200 or a refusal.")]
    [InlineData(503, "{}", "application/json", "503 and has failed; the request itself may have been right.")]
    public async Task An_answer_that_makes_no_sense_is_an_exception(
        int status,
        string body,
        string? mediaType,
        string text
    )
    {
        var error = await Assert.ThrowsAsync<AuthorizationServerException>(() => AskAsync(status, body, mediaType));

        Assert.Equal($"https://as.example/token answered {text}{Advice}", error.Message);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        using var wire = new RecordingHandler(307, "") { Location = new Uri("https://elsewhere.example/") };

        var error = await Assert.ThrowsAsync<AuthorizationServerException>(() => AskAsync(wire));

        Assert.Equal(
            "https://as.example/token answered 307 and points to https://elsewhere.example/; "
                + $"a credential is not sent after a redirect.{Advice}",
            error.Message
        );
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_given_up_at_the_deadline()
    {
        var clock = new FakeTimeProvider();
        using var http = new HttpClient(new SilentHandler());
        var client = new TokenClient(http, AnyServer.Metadata, "app", new Method.None(), clock)
        {
            Deadline = TimeSpan.FromSeconds(2.5),
        };

        var asking = client.RequestTokenAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.False(asking.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(2.5));

        var error = await Assert.ThrowsAsync<AuthorizationServerException>(() => asking);
        Assert.Equal(
            "https://as.example/token did not answer within 2.5 s. Check that the server runs, or allow it more time. "
                + "It is not known whether a token was issued. Ask again with a new request: the credential of this one may be spent.",
            error.Message
        );
    }

    [Fact]
    public async Task Shorter_limit_of_the_http_client_is_the_one_that_is_named()
    {
        using var http = new HttpClient(new SilentHandler()) { Timeout = TimeSpan.FromMilliseconds(1) };
        var client = new TokenClient(http, AnyServer.Metadata, "app", new Method.None(), new FakeTimeProvider());

        var error = await Assert.ThrowsAsync<AuthorizationServerException>(() =>
            client.RequestTokenAsync(cancellationToken: TestContext.Current.CancellationToken)
        );

        Assert.StartsWith(
            "https://as.example/token did not answer within 0.001 s.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Cancellation_by_the_caller_stays_a_cancellation()
    {
        using var cancelled = new CancellationTokenSource();
        using var http = new HttpClient(new SilentHandler());
        var client = new TokenClient(http, AnyServer.Metadata, "app", new Method.None(), TimeProvider.System);

        var asking = client.RequestTokenAsync(cancellationToken: cancelled.Token);
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public void Preparing_reports_how_long_the_credential_took()
    {
        var phases = new List<RecordedPhase>();
        using var http = new HttpClient(new SilentHandler());

        new TokenClient(http, AnyServer.Metadata, "app", new Method.None(), TimeProvider.System)
        {
            OnPhase = phases.Add,
        }.Prepare();

        Assert.Equal(PhaseNames.BuildCredential, Assert.Single(phases).Name);
    }

    private static async Task<TokenOutcome> AskAsync(int status, string body, string? mediaType = "application/json")
    {
        using var wire = new RecordingHandler(status, body, mediaType);
        return await AskAsync(wire);
    }

    private static async Task<TokenOutcome> AskAsync(RecordingHandler wire)
    {
        using var http = new HttpClient(wire, disposeHandler: false);
        var client = new TokenClient(http, AnyServer.Metadata, "app", new Method.None(), TimeProvider.System);
        return await client.RequestTokenAsync(cancellationToken: TestContext.Current.CancellationToken);
    }

    private sealed class SilentHandler : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            // Never completed: only the client's own deadline ends the wait.
            return await new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(cancellationToken);
        }
    }
}
