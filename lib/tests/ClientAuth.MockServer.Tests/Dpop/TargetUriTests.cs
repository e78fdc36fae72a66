using ClientAuth.MockServer.Dpop;

namespace ClientAuth.MockServer.Tests.Dpop;

/// <summary>Which spellings of an address are the same (RFC 9449 §4.3, RFC 3986 §6.2).</summary>
public sealed class TargetUriTests
{
    private const string Target = "https://localhost:8443/token";

    [Theory]
    [InlineData("https://localhost:8443/token")]
    [InlineData("https://localhost:8443/token?a=b")]
    [InlineData("https://localhost:8443/token#c")]
    [InlineData("HTTPS://LocalHost:8443/token")]
    [InlineData("https://localhost:8443/a/../token")]
    [InlineData("https://localhost:8443/%74oken")]
    public void Spelling_of_the_address_is_accepted(string claimed) => Assert.True(TargetUri.IsSame(claimed, Target));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/token")]
    [InlineData("http://localhost:8443/token")]
    [InlineData("https://localhost/token")]
    [InlineData("https://localhost:8443/Token")]
    [InlineData("https://localhost:8443/token/")]
    [InlineData("https://localhost:8443//token")]
    [InlineData("https://user@localhost:8443/token")]
    [InlineData("https:\\\\localhost:8443\\token")]
    public void Other_address_is_refused(string? claimed) => Assert.False(TargetUri.IsSame(claimed, Target));

    [Fact]
    public void Default_port_may_be_left_out() =>
        Assert.True(TargetUri.IsSame("https://as.example/token", "https://as.example:443/token"));
}
