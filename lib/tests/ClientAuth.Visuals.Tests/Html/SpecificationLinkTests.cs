using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Tests.Contract;

namespace ClientAuth.Visuals.Tests.Html;

public sealed class SpecificationLinkTests
{
    [Theory]
    [InlineData("RFC 7523 §3", "https://www.rfc-editor.org/rfc/rfc7523#section-3")]
    [InlineData("RFC 7523 §3 (9)", "https://www.rfc-editor.org/rfc/rfc7523#section-3")]
    [InlineData("RFC 6749 §2.3.1", "https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1")]
    [InlineData("RFC 6749 Appendix B", "https://www.rfc-editor.org/rfc/rfc6749#appendix-B")]
    [InlineData("RFC 8705", "https://www.rfc-editor.org/rfc/rfc8705")]
    [InlineData(
        "draft-ietf-oauth-rfc7523bis §4",
        "https://datatracker.ietf.org/doc/html/draft-ietf-oauth-rfc7523bis#section-4"
    )]
    public void A_known_form_leads_to_its_section(string reference, string address) =>
        Assert.Equal(address, SpecificationLink.Address(reference));

    [Theory]
    [InlineData("OpenID Connect Core §9")]
    [InlineData("RFC 7523 §3\"><script>")]
    [InlineData("RFC seven")]
    [InlineData("see RFC 7523 §3")]
    [InlineData("")]
    public void Any_other_form_stays_text(string reference) => Assert.Null(SpecificationLink.Address(reference));

    [Fact]
    public void Several_references_become_several_links_and_keep_their_separators()
    {
        const string References = "RFC 7523 §3, OpenID Connect Core §9; RFC 7519 §4.1.3";

        var html = HtmlRules.Parse(SpecificationLink.Render(References).ToString());

        Assert.Equal(References, html.Value);
        Assert.Equal(["RFC 7523 §3", "RFC 7519 §4.1.3"], html.Elements("a").Select(link => link.Value));
    }
}
