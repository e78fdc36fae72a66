using ClientAuth.Visuals.Tests.Contract;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Visuals.Tests;

public sealed class DecodedJwtViewTests
{
    [Fact]
    public void The_title_says_that_nothing_was_verified() =>
        Assert.Equal("Assertion (decoded, not verified)", new DecodedJwtView(SampleJwt.Assertion, "Assertion").Title);

    [Fact]
    public void The_signature_is_shown_by_its_length_only()
    {
        var view = new DecodedJwtView(SampleJwt.Assertion);

        Assert.Contains("(64 bytes, not shown)", view.ToString());
        Assert.DoesNotContain(SampleJwt.Assertion.EncodedSignature[..8], view.ToString());
        Assert.DoesNotContain(SampleJwt.Assertion.EncodedSignature[..8], view.ToHtml());
    }

    [Fact]
    public void Registered_names_have_their_meaning_and_section()
    {
        var lines = new DecodedJwtView(SampleJwt.Assertion).ToString().Split('\n');

        Assert.Contains(
            lines,
            line =>
                line.StartsWith("aud ", StringComparison.Ordinal)
                && line.EndsWith("audience: for whom it is meant  RFC 7519 §4.1.3", StringComparison.Ordinal)
        );
        Assert.Contains(
            lines,
            line =>
                line.StartsWith("alg ", StringComparison.Ordinal)
                && line.EndsWith("RFC 7515 §4.1.1", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_claim_links_to_its_section() =>
        Assert.Contains(
            HtmlRules.Parse(new DecodedJwtView(SampleJwt.Assertion).ToHtml()).Descendants("a"),
            link => (string?)link.Attribute("href") == "https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4"
        );

    [Theory]
    [InlineData("1767225660", "1767225660 (2026-01-01T00:01:00Z)")]
    [InlineData("1767225660.9", "1767225660.9 (2026-01-01T00:01:00Z)")]
    [InlineData("-1", "-1 (1969-12-31T23:59:59Z)")]
    [InlineData("1e400", "1e400 (outside the calendar)")]
    [InlineData("99999999999999", "99999999999999 (outside the calendar)")]
    [InlineData("\"soon\"", "\"soon\" (no number, so no time)")]
    [InlineData("true", "true (no number, so no time)")]
    public void A_time_stands_beside_its_number(string exp, string shown) =>
        Assert.Contains($"exp   {shown}", new DecodedJwtView(SampleJwt.Of("{}", $$"""{"exp":{{exp}}}""")).ToString());
}
