using ClientAuth.Visuals.Tests.Contract;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Visuals.Tests;

public sealed class RefusalViewTests
{
    [Fact]
    public void Plain_text_has_the_response_as_it_crossed_the_wire_and_the_check_that_failed() =>
        Assert.StartsWith(
            """
            Refused
            ✗ 401 Unauthorized, invalid_client

            On the wire
            HTTP/1.1 401 Unauthorized
            WWW-Authenticate: Basic realm="token"
            Content-Type: application/json

            {"error":"invalid_client","error_description":"client authentication failed"}

            In the server's log
            check     assertion.aud
            expected  https://localhost:8443
            seen      https://other.example
            rule      RFC 7523 §3

            The 2 checks before this one passed
            #  Check
            """.ReplaceLineEndings("\n"),
            new RefusalView(SampleExchange.Refused).ToString()
        );

    [Fact]
    public void The_challenge_and_what_was_seen_stand_out()
    {
        var html = HtmlRules.Parse(new RefusalView(SampleExchange.Refused).ToHtml());

        Assert.Equal(
            ["Refused", "invalid_client", "WWW-Authenticate: Basic realm=\"token\"", "https://other.example"],
            html.Descendants("strong").Select(strong => strong.Value)
        );
    }

    [Fact]
    public void The_specification_is_linked()
    {
        var link = HtmlRules.Parse(new RefusalView(SampleExchange.Refused).ToHtml()).Descendants("a").First();

        Assert.Equal("https://www.rfc-editor.org/rfc/rfc7523#section-3", (string?)link.Attribute("href"));
    }

    [Fact]
    public void The_checks_that_passed_are_folded_and_the_failed_one_is_not_among_them()
    {
        var html = HtmlRules.Parse(new RefusalView(SampleExchange.Refused).ToHtml());

        var folded = Assert.Single(html.Descendants("details"));
        Assert.Equal("The 2 checks before this one passed", folded.Element("summary")?.Value);
        Assert.DoesNotContain("assertion.aud", folded.Value);
    }

    [Fact]
    public void A_body_that_speaks_of_a_credential_is_shortened()
    {
        var echo = SampleExchange.Refused with
        {
            Response = SampleExchange.Refused.Response with
            {
                Body = $$"""{"error":"invalid_client","client_secret":"{{SampleExchange.Secret}}"}""",
            },
        };

        var view = new RefusalView(echo);

        Assert.DoesNotContain(SampleExchange.Secret, view.ToHtml());
        Assert.DoesNotContain(SampleExchange.Secret, view.ToString());
        Assert.Contains("czZCaG… (44 characters)", view.ToString());
    }

    [Fact]
    public void A_body_without_a_credential_is_shown_as_it_crossed_the_wire()
    {
        const string body = """{"error":"invalid_token","error_description":"the access token is not valid here"}""";

        var text = new RefusalView(SampleExchange.Refused with { Response = new(401, [], body) }).ToString();

        Assert.Contains($"\n{body}\n", text);
    }

    [Theory]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJhIn0.J1HiXqJ1HiXqJ1HiXqJ1HiXq")]
    [InlineData("client_secret=czZCaGRSa3F0M2dYMWZXd3pRanM1QWJjRGVmR2hpSmtM")]
    public void A_body_that_is_no_JSON_is_shown_as_a_transcript_shows_it(string body)
    {
        var view = new RefusalView(SampleExchange.Refused with { Response = new(400, [], body) });

        Assert.DoesNotContain(body, view.ToString());
        Assert.DoesNotContain(body, view.ToHtml());
    }

    [Fact]
    public void A_refusal_without_a_code_or_a_failed_check_says_so()
    {
        var bare = SampleExchange.Refused with { Trace = SampleTrace.Of() };

        var text = new RefusalView(bare with { Response = new(404, [], "") }).ToString();

        Assert.Contains("✗ 404 Not Found, without an error code", text);
        Assert.Contains("check  none failed", text);
        Assert.Contains("No check came before this one", text);
    }
}
