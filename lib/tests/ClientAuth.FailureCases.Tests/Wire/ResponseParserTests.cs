using System.Text;
using ClientAuth.FailureCases.Wire;

namespace ClientAuth.FailureCases.Tests.Wire;

public sealed class ResponseParserTests
{
    [Fact]
    public void Answer_is_taken_apart()
    {
        var text = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 3\r\nX: a:b\r\nX:c\r\n\r\nabc";

        Assert.True(ResponseParser.TryParse(Encoding.ASCII.GetBytes(text), out var response));
        Assert.Equal(401, response.Status);
        Assert.Equal("abc", response.Body);
        Assert.Equal(
            [("Content-Length", "3"), ("X", "a:b"), ("X", "c")],
            response.Headers.Select(header => (header.Name, header.Value))
        );
    }

    [Fact]
    public void An_older_version_of_HTTP_needs_no_length()
    {
        Assert.True(ResponseParser.TryParse("HTTP/1.0 400 Bad Request\r\n\r\nabc"u8.ToArray(), out var response));
        Assert.Equal((400, "abc"), (response.Status, response.Body));
    }

    [Fact]
    public void Chunks_are_put_together()
    {
        var text = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n";

        Assert.True(ResponseParser.TryParse(Encoding.ASCII.GetBytes(text), out var response));
        Assert.Equal("abc0123456789", response.Body);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabc\r\n0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nabc")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7FFFFFFF\r\nabc\r\n0\r\n\r\n")]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabc")]
    [InlineData("HTTP/1.1 two hundred\r\n\r\n")]
    [InlineData("\u0015\u0003\u0001\r\n\r\n")]
    public void What_is_no_whole_answer_is_none(string text) =>
        Assert.False(ResponseParser.TryParse(Encoding.Latin1.GetBytes(text), out _));
}
