namespace Lessons.DotNetInteractive.Tests;

/// <summary>Of a transcript, the header that an engine adds is left out, and nothing else.</summary>
public sealed class TracingHeaderTests
{
    private const string Value = "00-199e13bc3b2d49c39723f8dec40e1139-17944e8af96acc5a-00";

    [Fact]
    public void Its_line_is_left_out() =>
        Assert.Equal(
            "POST /token\nHost: localhost\n\nscope=read",
            TracingHeader.RemovedFrom($"POST /token\ntraceparent: {Value}\nHost: localhost\n\nscope=read")
        );

    [Fact]
    public void Its_row_is_left_out() =>
        Assert.Equal(
            "<tr><th>Host</th><td><code>localhost</code></td></tr>",
            TracingHeader.RemovedFrom(
                $"<tr><th scope=\"row\">traceparent</th><td style=\"a\"><code>{Value}</code></td></tr>"
                    + "<tr><th>Host</th><td><code>localhost</code></td></tr>"
            )
        );

    [Theory]
    [InlineData("traceparent: of another form\n")]
    [InlineData("Host: localhost\n")]
    [InlineData("<tr><th>tracestate</th><td><code>a</code></td></tr>")]
    public void Everything_else_stays(string text) => Assert.Equal(text, TracingHeader.RemovedFrom(text));
}
