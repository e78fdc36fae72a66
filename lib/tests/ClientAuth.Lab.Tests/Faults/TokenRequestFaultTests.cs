using ClientAuth.Client;
using ClientAuth.MockServer.Faults;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Tests.Faults;

/// <summary>What the token client says to each fault, over real connections, and that it works when the fault is over.</summary>
public sealed class TokenRequestFaultTests
{
    private const string Unknown =
        "It is not known whether a token was issued. Ask again with a new request: the credential of this one may be spent.";

    private const string Refused = "If a client certificate was presented, the server may have refused it.";

    private const string Advice = "Check that this is the right endpoint of an OAuth server.";

    public static TheoryData<Fault, string> Answers =>
        new()
        {
            {
                new Fault.Response(502, "<html>Bad gateway</html>", "text/html"),
                $"502 and has failed; the request itself may have been right. {Advice}"
            },
            { new Fault.Response(500), $"500 and has failed; the request itself may have been right. {Advice}" },
            {
                new Fault.Response(503, headers: [new RecordedHeader("Retry-After", "12")]),
                "503 and has failed; the request itself may have been right. Ask again after 12 s."
            },
            {
                new Fault.Response(403, "<html>Blocked</html>", "text/html"),
                $"403 as text/html, where an error response (RFC 6749 §5.2) comes as application/json. {Advice}"
            },
            {
                Fault.Response.TooManyRequests(TimeSpan.FromSeconds(30)),
                "429 since there were too many requests. Ask again after 30 s."
            },
            {
                new Fault.Response(200, """{"access_token":"a","token_type":""", "application/json"),
                $"200 with a body that is not a token response (RFC 6749 §5.1), at $.token_type. {Advice}"
            },
            {
                new Fault.Response(302, headers: [new RecordedHeader("Location", "https://elsewhere.example/")]),
                $"302 and points to https://elsewhere.example/; a credential is not sent after a redirect. {Advice}"
            },
            {
                new Fault.WrongContentType(),
                $"200 as text/html, where a token response (RFC 6749 §5.1) comes as application/json. {Advice}"
            },
        };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_that_is_none_is_named(Fault fault, string text)
    {
        await using var server = await FaultyServer.StartAsync();

        var error = await server.FailAsync(FaultPoint.Token, fault, server.AskAsync);

        Assert.Equal($"{server.Token} answered {text}", error.Message);
        Assert.True(error.RequestMayHaveArrived);
    }

    [Fact]
    public async Task Too_many_requests_said_as_oauth_says_it_is_a_refusal()
    {
        await using var server = await FaultyServer.StartAsync();
        server.Faults.Add(
            FaultPoint.Token,
            Fault.Response.TooManyRequests(TimeSpan.FromSeconds(30), "temporarily_unavailable"),
            times: 1
        );

        var refused = Assert.IsType<TokenOutcome.Refused>(await server.AskAsync());

        Assert.Equal((429, TimeSpan.FromSeconds(30)), (refused.Status, refused.RetryAfter));
        Assert.IsType<TokenOutcome.Issued>(await server.AskAsync());
    }

    [Fact]
    public async Task An_answer_beyond_every_size_is_not_read_to_its_end()
    {
        await using var server = await FaultyServer.StartAsync();
        var flood = new Fault.Response(200, new string(' ', 2 << 20), "application/json");

        var error = await server.FailAsync(FaultPoint.Token, flood, server.AskAsync);

        Assert.Equal($"The answer of {server.Token} is too long. {Advice}", error.Message);
    }

    [Theory]
    [InlineData(FaultMoment.BeforeActing)]
    [InlineData(FaultMoment.AfterActing)]
    public async Task A_reset_connection_leaves_open_whether_there_is_a_token(FaultMoment moment)
    {
        await using var server = await FaultyServer.StartAsync();

        var error = await server.FailAsync(FaultPoint.Token, new Fault.Reset(moment), server.AskAsync);

        Assert.Equal($"{server.Token} closed the connection before it answered. {Unknown} {Refused}", error.Message);
        Assert.True(error.RequestMayHaveArrived);
    }

    [Fact]
    public async Task A_reset_on_a_connection_that_worked_before_is_not_tried_again()
    {
        await using var server = await FaultyServer.StartAsync();
        Assert.IsType<TokenOutcome.Issued>(await server.AskAsync());

        await server.FailAsync(FaultPoint.Token, new Fault.Reset(FaultMoment.AfterActing), server.AskAsync);

        Assert.Equal(3, server.Last.Number);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public async Task A_truncated_answer_is_no_answer(int? length)
    {
        await using var server = await FaultyServer.StartAsync();

        var error = await server.FailAsync(FaultPoint.Token, new Fault.Truncated(length), server.AskAsync);

        Assert.Equal(
            $"{server.Token} closed the connection in the middle of its answer (200). {Unknown}",
            error.Message
        );
        Assert.True(error.RequestMayHaveArrived);
    }

    // A reset may overtake what was sent before it: then no answer has begun.
    [Fact]
    public async Task A_reset_in_the_middle_of_an_answer_is_no_answer_either()
    {
        await using var server = await FaultyServer.StartAsync();
        var fault = new Fault.Truncated(length: 20, resets: true);

        var error = await server.FailAsync(FaultPoint.Token, fault, server.AskAsync);

        string[] either =
        [
            $"{server.Token} closed the connection in the middle of its answer (200). {Unknown}",
            $"{server.Token} closed the connection before it answered. {Unknown} {Refused}",
        ];
        Assert.Contains(error.Message, either);
    }

    [Theory]
    [InlineData(FaultMoment.BeforeActing)]
    [InlineData(FaultMoment.AfterActing)]
    public async Task A_late_answer_is_given_up_at_the_deadline(FaultMoment moment)
    {
        await using var server = await FaultyServer.StartAsync();

        var error = await server.FailAsync(
            FaultPoint.Token,
            new Fault.Late(moment: moment),
            () => server.TooLateAsync(server.AskAsync)
        );

        Assert.Equal(
            $"{server.Token} did not answer within 5 s. Check that the server runs, or allow it more time. {Unknown}",
            error.Message
        );
        Assert.True(error.RequestMayHaveArrived);
    }

    [Fact]
    public async Task An_answer_that_drips_is_given_up_at_the_same_deadline()
    {
        await using var server = await FaultyServer.StartAsync();

        var error = await server.FailAsync(
            FaultPoint.Token,
            new Fault.Slow(TimeSpan.FromSeconds(1)),
            () => server.TooSlowAsync(server.AskAsync)
        );

        Assert.Equal(
            $"{server.Token} began its answer (200) and did not complete it within 5 s. Check what slows the server down, or allow more time. {Unknown}",
            error.Message
        );
    }
}
