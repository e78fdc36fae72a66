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
    public void An_attribute_that_could_run_or_load_something_is_refused(string name, string value) =>
        Assert.Throws<ArgumentException>(() => new HtmlElement("a").With(name, value));

    [Theory]
    [InlineData("script")]
    [InlineData("style")]
    [InlineData("p><script")]
    [InlineData("")]
    public void An_element_that_could_run_something_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => new HtmlElement(name));
}
