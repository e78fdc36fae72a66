using ClientAuth.FailureCases.Judging;
using ClientAuth.FailureCases.Requests;
using ClientAuth.FailureCases.Tester.Verdicts;
using ClientAuth.FailureCases.Values;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.FailureCases.Tests.Tester;

/// <summary>What the tester thinks of an answer of a server that it does not know.</summary>
public sealed class ServerJudgeTests
{
    private const string Token = """{"access_token":"opaque","token_type":"Bearer"}""";

    private static readonly Expectation Refusal = new()
    {
        Status = 401,
        Error = "invalid_client",
        Check = "secret.value",
    };

    [Theory]
    [InlineData(401, "invalid_client", true)]
    [InlineData(400, "invalid_client", true)]
    [InlineData(400, "invalid_request", false)]
    [InlineData(401, "invalid_token", false)]
    [InlineData(500, "server_error", false)]
    public void A_refusal_is_compared_by_status_and_error(int status, string error, bool isExpected) =>
        Assert.Equal(
            isExpected ? null : ServerVerdict.AnotherError,
            Judge(Refusal, Answer(status, $$"""{"error":"{{error}}"}"""))?.Verdict
        );

    [Fact]
    public void Whoever_tried_the_header_is_due_401() =>
        Assert.Equal(
            ServerVerdict.AnotherError,
            Judge(Refusal, Answer(400, """{"error":"invalid_client"}"""), triedHeader: true)?.Verdict
        );

    [Theory]
    [InlineData(400, "invalid_request", true)]
    [InlineData(401, "invalid_client", true)]
    [InlineData(400, "invalid_grant", false)]
    [InlineData(401, "invalid_request", false)]
    public void Where_specifications_leave_the_code_open_each_of_them_is_as_good(
        int status,
        string error,
        bool isExpected
    )
    {
        var malformed = new Expectation
        {
            Status = 400,
            Error = "invalid_request",
            OtherErrors = ["invalid_client"],
            Check = "secret.format",
            Headers = new Dictionary<string, string?> { ["WWW-Authenticate"] = "Basic" },
        };
        var response = new RecordedResponse(status, [new("WWW-Authenticate", "Basic")], $$"""{"error":"{{error}}"}""");

        Assert.Equal(
            isExpected ? null : ServerVerdict.AnotherError,
            Judge(malformed, response, triedHeader: true)?.Verdict
        );
        Assert.Equal("400 invalid_request or invalid_client", ExpectedAnswer.Words(malformed, EndpointNames.Token));
    }

    [Theory]
    [InlineData(404, EndpointNames.Token, true)]
    [InlineData(400, EndpointNames.Token, true)]
    [InlineData(500, EndpointNames.Token, false)]
    [InlineData(404, EndpointNames.PushedAuthorizationRequest, false)]
    public void How_GET_is_refused_is_settled_for_pushed_requests_alone(int status, string endpoint, bool isExpected) =>
        Assert.Equal(
            isExpected ? null : ServerVerdict.AnotherError,
            Judge(
                new Expectation
                {
                    Status = 405,
                    Error = "invalid_request",
                    Headers = new Dictionary<string, string?> { ["Allow"] = "POST" },
                },
                Answer(status, ""),
                endpoint
            )?.Verdict
        );

    [Fact]
    public void What_may_be_stored_is_settled_for_tokens_and_not_for_errors() =>
        Assert.Null(
            Judge(
                new Expectation
                {
                    Status = 400,
                    Error = "invalid_scope",
                    Headers = new Dictionary<string, string?>
                    {
                        ["Cache-Control"] = "no-store",
                        ["Pragma"] = "no-cache",
                    },
                },
                Answer(400, """{"error":"invalid_scope"}""")
            )
        );

    [Fact]
    public void A_token_that_is_said_not_to_be_active_was_not_told_about() =>
        Assert.Equal(
            new Difference(ServerVerdict.AnotherAnswer, "200 inactive"),
            Judge(Refusal, Answer(200, """{"active":false}"""), EndpointNames.Introspection)
        );

    [Fact]
    public void A_token_for_what_must_be_refused_is_a_finding() =>
        Assert.Equal(new Difference(ServerVerdict.Accepted, "200 token"), Judge(Refusal, Answer(200, Token)));

    [Fact]
    public void A_success_without_a_token_is_none() =>
        Assert.Equal(ServerVerdict.Refused, Judge(new Expectation { Issued = true }, Answer(200, "{}"))?.Verdict);

    [Fact]
    public void A_certificate_may_be_refused_in_the_handshake_and_a_secret_may_not()
    {
        Assert.Null(Judge(Refusal, Answer(null, ""), mayEndInHandshake: true));
        Assert.Equal(new Difference(ServerVerdict.AnotherError, "connection closed"), Judge(Refusal, Answer(null, "")));
    }

    [Fact]
    public void Beside_another_status_than_400_and_401_no_error_code_is_demanded() =>
        Assert.Null(Judge(new Expectation { Status = 405, Error = "invalid_request" }, Answer(405, "no JSON")));

    [Fact]
    public void What_a_server_decides_for_itself_is_not_compared()
    {
        var expect = new Expectation
        {
            Issued = true,
            Body = new()
            {
                ["active"] = true,
                ["scope"] = "read write",
                ["sub"] = "device",
            },
        };

        Assert.Null(Judge(expect, Answer(200, """{"active":true,"scope":"other"}"""), EndpointNames.Introspection));
        Assert.Equal(
            new Difference(
                ServerVerdict.AnotherAnswer,
                "200 inactive: the member 'active' has another value than expected"
            ),
            Judge(expect, Answer(200, """{"active":false}"""), EndpointNames.Introspection)
        );
    }

    [Fact]
    public void Whoever_tried_the_header_is_due_a_challenge() =>
        Assert.Equal(
            new Difference(ServerVerdict.AnotherAnswer, "401 invalid_client: the header WWW-Authenticate is missing"),
            Judge(Refusal, Answer(401, """{"error":"invalid_client"}"""), triedHeader: true)
        );

    [Fact]
    public void A_header_of_the_request_must_not_come_back_in_the_response()
    {
        var injected = new RecordedResponse(401, [new("X-Injected", "1")], """{"error":"invalid_client"}""");

        Assert.Equal(ServerVerdict.AnotherAnswer, Judge(Refusal, injected)?.Verdict);
    }

    [Fact]
    public void Another_status_of_success_is_no_refusal() =>
        Assert.Equal(
            ServerVerdict.AnotherAnswer,
            Judge(new Expectation { Status = 200 }, Answer(204, ""), EndpointNames.Revocation)?.Verdict
        );

    [Fact]
    public void Text_that_is_no_error_code_is_not_repeated() =>
        Assert.Equal(
            new Difference(ServerVerdict.AnotherError, "401"),
            Judge(Refusal, Answer(401, """{"error":"the secret \"s3cr3t\" is wrong"}"""))
        );

    private static RecordedResponse? Answer(int? status, string body) =>
        status is { } code ? new RecordedResponse(code, [], body) : null;

    private static Difference? Judge(
        Expectation expect,
        RecordedResponse? response,
        string endpoint = EndpointNames.Token,
        bool triedHeader = false,
        bool mayEndInHandshake = false
    ) =>
        new ServerJudge(expect, new Placeholders())
        {
            TriedAuthorizationHeader = triedHeader,
            MayEndInHandshake = mayEndInHandshake,
        }.Judge([new Answer(response, endpoint)]);
}
