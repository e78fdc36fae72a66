using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Tests.Contract;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Visuals.Tests;

public sealed class HttpTranscriptViewTests
{
    private const string Secret = SampleExchange.Secret;
    private const string Start = "czZCaG… (44 characters)";

    public static readonly TheoryData<string> BodiesWithTheSecret =
    [
        $"client_id=a&client_secret={Secret}",
        $"client_secret={Secret}&client_secret={Secret}",
        $"CLIENT_SECRET={Secret}",
        $"client%5Fsecret={Secret}",
        $"client_assertion={Secret}",
        $"x=%7B%22client_secret%22%3A%22{Secret}%22%7D",
        $$"""{"client_secret":"{{Secret}}"}""",
        $$"""{"a":[{"Access_Token":"{{Secret}}"}]}""",
        $$$"""{"token":{"inner":"{{{Secret}}}"}}""",
        $$"""{"client_secret":"{{Secret}}""",
        $"<client_secret>{Secret}</client_secret>",
        $"some text, {Secret}, more text",
    ];

    [Theory]
    [MemberData(nameof(BodiesWithTheSecret))]
    public void A_credential_in_the_request_body_is_never_shown_whole(string body) =>
        AssertShortened(SampleExchange.WithBody(body));

    [Theory]
    [MemberData(nameof(BodiesWithTheSecret))]
    public void A_credential_in_the_response_body_is_never_shown_whole(string body) =>
        AssertShortened(SampleExchange.WithResponse(body));

    [Theory]
    [InlineData("Authorization", "Basic ")]
    [InlineData("authorization", "DPoP ")]
    [InlineData("Authorization", "")]
    [InlineData("Cookie", "session=")]
    [InlineData("DPoP", "")]
    public void A_credential_in_a_header_is_never_shown_whole(string name, string before) =>
        AssertShortened(SampleExchange.WithHeader(name, before + Secret));

    [Fact]
    public void An_answer_that_never_came_is_no_status()
    {
        var exchange = SampleExchange.Token with { Response = RecordedResponse.Nothing };

        Assert.Contains("No answer: the connection ended", Text(exchange));
        Assert.Contains("answered nothing", Text(exchange));
        Assert.DoesNotContain("HTTP 0", Text(exchange));
    }

    [Fact]
    public void A_secret_in_the_query_is_shortened_but_visibly_there()
    {
        var exchange = SampleExchange.Token with
        {
            Request = SampleExchange.Token.Request with { Target = $"/token?client_id=a&client_secret={Secret}" },
        };

        AssertShortened(exchange);
        Assert.Contains($"POST /token?client_id=a&client_secret={Start} HTTP/1.1", Text(exchange));
    }

    [Fact]
    public void A_secret_is_shown_by_its_first_characters_and_its_length()
    {
        var text = Text(SampleExchange.WithBody($"client_secret={Secret}"));

        Assert.Contains($"client_secret={Start}", text);
        Assert.Contains($"Authorization: Basic {Start}", text);
    }

    [Theory]
    [InlineData("abcdefgh", "ab… (8 characters)")]
    [InlineData("abc", "… (3 characters)")]
    [InlineData("", "\n")]
    public void Of_a_short_secret_less_than_it_takes_to_guess_is_shown(string secret, string shown) =>
        Assert.Contains($"client_secret={shown}", Text(SampleExchange.WithBody($"client_secret={secret}&x=y")));

    [Fact]
    public void Of_an_assertion_all_but_the_signature_is_shown()
    {
        var jwt = SampleJwt.Assertion;

        var text = Text(SampleExchange.WithBody($"client_assertion={jwt.Compact}"));

        Assert.Contains($"{jwt.EncodedHeader}.{jwt.EncodedPayload}.{jwt.EncodedSignature[..6]}… (86 characters)", text);
        Assert.DoesNotContain(jwt.EncodedSignature, text);
    }

    [Fact]
    public void The_name_of_an_assertions_type_is_no_credential() =>
        Assert.Contains(
            "client_assertion_type=urn%3Aietf%3Aparams   (decoded: urn:ietf:params)",
            Text(SampleExchange.WithBody("client_assertion_type=urn%3Aietf%3Aparams"))
        );

    [Fact]
    public void The_rule_is_stated_in_both_forms()
    {
        var view = new HttpTranscriptView(SampleExchange.Token);

        Assert.Contains("shortened: of secrets and tokens", view.ToString());
        Assert.Contains("shortened: of secrets and tokens", view.ToHtml());
    }

    [Fact]
    public void A_response_body_is_indented()
    {
        var text = Text(SampleExchange.WithResponse("""{"error":"invalid_client","n":1e400}"""));

        Assert.Contains("{\n  \"error\": \"invalid_client\",\n  \"n\": 1e400\n}", text);
    }

    [Fact]
    public void A_certificate_in_JSON_is_shown_by_its_beginning_and_its_length()
    {
        var certificate = new string('M', 1200);

        var text = new HttpTranscriptView(
            SampleExchange.WithBody($$"""{"x5c":["{{certificate}}"],"n":1}""")
        ).ToString();

        Assert.Contains($"\"{new string('M', 20)}… (1200 characters)\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('M', 21), text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Client_Attestation_Token_is_shortened()
    {
        var token = SampleJwt.Assertion.Compact;

        var text = new HttpTranscriptView(
            SampleExchange.WithResponse($$"""{"client_attestation_token":"{{token}}"}""")
        ).ToString();

        Assert.Contains($"{token[..6]}… ({token.Length} characters)", text, StringComparison.Ordinal);
        Assert.DoesNotContain(token[..12], text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_connection_names_the_client_certificate()
    {
        using var certificate = SampleCertificate.SelfSigned("CN=app");
        var exchange = SampleExchange.Token with
        {
            Tls = new RecordedTls("TLS 1.2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", certificate),
        };

        var lines = Text(exchange).Split('\n');

        Assert.Contains("TLS                    TLS 1.2, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", lines);
        Assert.Contains("Client certificate     CN=app", lines);
        Assert.Contains("Read by the server at  2026-01-01T12:00:00Z", lines);
        Assert.Contains("Time: server checks    1.9 ms", lines);
    }

    [Fact]
    public void A_repeated_parameter_keeps_both_lines() =>
        Assert.Contains("scope=a\nscope=b", Text(SampleExchange.WithBody("scope=a&scope=b")));

    private static string Text(RecordedExchange exchange) => new HttpTranscriptView(exchange).ToString();

    private static void AssertShortened(RecordedExchange exchange)
    {
        var view = new HttpTranscriptView(exchange);
        Assert.DoesNotContain(Secret[..12], view.ToString());
        Assert.DoesNotContain(Secret[..12], HtmlRules.Parse(view.ToHtml()).ToString());
    }
}
