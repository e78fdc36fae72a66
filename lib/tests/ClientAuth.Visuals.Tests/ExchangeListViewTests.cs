using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Visuals.Tests;

public sealed class ExchangeListViewTests
{
    private static readonly RecordedExchange Refused = SampleExchange.Token with
    {
        Number = 4,
        Request = new RecordedRequest(
            "POST",
            "/register",
            "HTTP/1.1",
            [new RecordedHeader("Authorization", "DPoP a-token"), new RecordedHeader("DPoP", "a-proof")],
            """{"software_id":"template","attestation":{"format":"android-key"},"jwks":{"keys":[]}}"""
        ),
        Response = new RecordedResponse(401, [], """{"error":"invalid_token"}"""),
        Trace = new DecisionTrace([
            new Decision("token.live", "a live one", "a spent one", Verdict.Failed, "RFC 7591 §3"),
        ]),
    };

    [Fact]
    public void Each_exchange_is_a_line_that_says_what_was_asked_and_what_was_shown_for_it() =>
        Assert.Equal(
            """
            What reached the server
            2 requests
            #  Request         Asks for                              Shows                                         Answer             Failing check
            -  --------------  ------------------------------------  --------------------------------------------  -----------------  -------------
            3  POST /token     client_credentials, scope read write  secret (Basic)                                200
            4  POST /register  software_id template                  DPoP token, platform attestation, DPoP proof  401 invalid_token  token.live
            """.ReplaceLineEndings("\n"),
            new ExchangeListView([SampleExchange.Token, Refused]).ToString()
        );

    [Fact]
    public void No_exchange_is_said_in_words()
    {
        var view = new ExchangeListView([]);

        Assert.Equal(0, view.Count);
        Assert.Equal("What reached the server\nNo request at all", view.ToString());
        Assert.Contains("No request at all", view.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_credential_is_in_it()
    {
        var view = new ExchangeListView([SampleExchange.Token, Refused]);

        Assert.All(
            [view.ToString(), view.ToHtml()],
            text => Assert.DoesNotContain(SampleExchange.Secret, text, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("""{"error":"\ud800"}""")]
    [InlineData("""{"\ud800":"error"}""")]
    [InlineData("""{"error":1,"error":2}""")]
    [InlineData("[]")]
    public void An_answer_that_is_no_error_response_leaves_the_status(string body) =>
        Assert.EndsWith("secret (Basic)  200", new ExchangeListView([SampleExchange.WithResponse(body)]).ToString());

    [Fact]
    public void A_request_whose_names_are_no_text_is_a_line_as_well() =>
        Assert.Contains(
            "DPoP token, DPoP proof",
            new ExchangeListView([
                Refused with
                {
                    Request = Refused.Request with { Body = """{"\ud800":1,"software_id":"template"}""" },
                },
            ]).ToString(),
            StringComparison.Ordinal
        );
}
