using ClientAuth.Visuals.Html;

namespace ClientAuth.Visuals.Tests.Html;

public sealed class HtmlElementTests
{
    [Fact]
    public void Text_and_attributes_are_encoded() =>
        Assert.Equal(
            "<p title=\"&quot;&gt;&lt;b&gt;\">&lt;b&gt; &amp; &#39;</p>",
            new HtmlElement("p", "<b> & '").With("title", "\"><b>").ToString()
        );

    [Theory]
    [InlineData("onclick", "x")]
    [InlineData("ONLOAD", "x")]
    [InlineData("style", "color:red")]
    [InlineData("a b", "x")]
    [InlineData("href", "javascript:alert(1)")]
    [InlineData("href", "http://example.com")]
    [InlineData("src", "data:text/html,x")]
    [InlineData("href", "../secrets.md")]
    [InlineData("href", "/etc/page.md")]
    [InlineData("href", "//evil.example/page.md")]
    [InlineData("href", "page.exe")]
    [InlineData("href", "failure-cases.md#J24\"><b>")]
    [InlineData("href", "failure-cases.md#J24\n")]
    public void An_attribute_that_could_run_or_load_something_is_refused(string name, string value) =>
        Assert.Throws<ArgumentException>(() => new HtmlElement("a").With(name, value));

    [Theory]
    [InlineData("https://www.rfc-editor.org/rfc/rfc6749")]
    [InlineData("failure-cases.md#J28.iat")]
    [InlineData("16-client-files.ipynb")]
    public void A_link_leads_to_https_or_to_a_page_beside_the_lesson(string address) =>
        Assert.Equal($"<a href=\"{address}\"></a>", new HtmlElement("a").With("href", address).ToString());

    [Theory]
    [InlineData("script")]
    [InlineData("style")]
    [InlineData("p><script")]
    [InlineData("")]
    public void An_element_that_could_run_something_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => new HtmlElement(name));
}
