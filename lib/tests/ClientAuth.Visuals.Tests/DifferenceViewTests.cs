using System.Xml.Linq;
using ClientAuth.Visuals.Tests.Contract;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Visuals.Tests;

public sealed class DifferenceViewTests
{
    [Fact]
    public void Two_tokens_are_decoded_and_only_what_differs_has_two_lines() =>
        Assert.Equal(
            """
            What differs
            − Good
            + Bad
            2 of 9 parts differ
            − header alg  "ES256"
            + header alg  "HS256"
              header kid  "key-1"
              claim iss   "mobile-app"
              claim sub   "mobile-app"
            − claim aud   "https://localhost:8443"
            + claim aud   "https://other.example"
              …           4 equal parts: claim jti, claim iat, claim exp, signature
            """.ReplaceLineEndings("\n"),
            Token(SampleJwt.Claims.Replace("localhost:8443", "other.example", StringComparison.Ordinal)).ToString()
        );

    [Fact]
    public void The_words_that_differ_are_marked_inside_the_values_and_nothing_else_is()
    {
        var page = HtmlRules.Parse(
            Token(SampleJwt.Claims.Replace("localhost:8443", "other.example:8443", StringComparison.Ordinal)).ToHtml()
        );

        Assert.Equal(["ES256", "localhost"], page.Descendants("del").Select(mark => mark.Value));
        Assert.Equal(["HS256", "other.example"], page.Descendants("ins").Select(mark => mark.Value));
    }

    [Fact]
    public void A_part_that_one_side_does_not_have_is_said_to_be_absent()
    {
        var view = new DifferenceView("t", ("jti", "1", null), ("jwk", null, "{}"));

        Assert.Equal("t\n− Good\n+ Bad\n2 of 2 parts differ\n− jti  1\n+ jwk  {}", view.ToString());
        Assert.Equal(
            ["− 1", "+ (absent)", "− (absent)", "+ {}"],
            HtmlRules.Parse(view.ToHtml()).Descendants("td").Elements("div").Elements("div").Select(side => side.Value)
        );
    }

    [Fact]
    public void Two_requests_are_named_by_their_outcome_and_a_secret_is_shortened_though_it_differs()
    {
        var bad = SampleExchange.Refused with
        {
            Request = SampleExchange.WithHeader("Authorization", $"Basic {SampleExchange.Secret[..^1]}x").Request,
        };

        var view = DifferenceView.Of(SampleExchange.Token, bad);

        Assert.Contains(
            "− 200 OK\n+ 401 Unauthorized, invalid_client, assertion.aud\n",
            view.ToString(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "− Authorization       Basic czZCaG… (44 characters)",
            view.ToString(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "+ Authorization       Basic czZCaG… (44 characters) (another one)",
            view.ToString(),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(SampleExchange.Secret[..12], view.ToString() + view.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_assertion_inside_a_form_is_compared_claim_by_claim()
    {
        static string Form(string jwt) => $"grant_type=client_credentials&client_assertion={jwt}";
        var other = SampleJwt.Of("""{"alg":"none","kid":"key-1"}""", SampleJwt.Claims);

        var view = DifferenceView.Of(
            SampleExchange.WithBody(Form(SampleJwt.Assertion.Compact)),
            SampleExchange.WithBody(Form(other.Compact))
        );

        Assert.Contains(
            "\n− header alg  \"ES256\"\n+ header alg  \"none\"\n",
            view.ToString(),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(SampleJwt.Assertion.EncodedSignature, view.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Members_of_a_JSON_body_are_compared_one_by_one()
    {
        var view = DifferenceView.Of(
            SampleExchange.WithBody("""{"software_id":"a","jwks":{"keys":[]}}"""),
            SampleExchange.WithBody("""{"software_id":"a","method":"none","jwks":{"keys":[]}}""")
        );

        Assert.Contains("\n+ method  \"none\"", view.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 of ", view.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_of_one_name_are_compared_in_their_order()
    {
        var view = DifferenceView.Of(
            SampleExchange.WithBody("scope=a&scope=b"),
            SampleExchange.WithBody("scope=a&scope=c")
        );

        Assert.Contains("\n− scope  b\n+ scope  c", view.ToString(), StringComparison.Ordinal);
    }

    private static DifferenceView Token(string claims) =>
        DifferenceView.Of(SampleJwt.Assertion, SampleJwt.Of("""{"alg":"HS256","kid":"key-1"}""", claims));
}
