using System.Text;
using System.Text.Json;
using ClientAuth.Lab.OwnServer.Probing;

namespace ClientAuth.Lab.Tests.OwnServer;

/// <summary>A foreign server's words, which may repeat what it was sent.</summary>
public sealed class RedactionTests
{
    private const string Secret = "p4ss+w0rd";
    private const string Assertion = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJhcHAifQ.c2lnbmF0dXJl";

    [Theory]
    [InlineData("client authentication failed", "client authentication failed")]
    [InlineData($"wrong secret '{Secret}' for app", "wrong secret '(not shown)' for app")]
    [InlineData("wrong secret 'P4SS+W0RD' for app", "wrong secret '(not shown)' for app")]
    [InlineData($"bad JWT: {Assertion}", "bad JWT: (not shown)")]
    [InlineData("key a3b59e5cf0d1a3b59e5cf0d1a3b59e5c of line\r\ntwo", "key (not shown) of line two")]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    public void A_description_keeps_its_words_and_loses_what_could_be_a_credential(string? said, string? shown) =>
        Assert.Equal(shown, Redaction.Text(said, [Secret]));

    [Fact]
    public void An_answer_that_repeats_the_request_shows_neither_secret_nor_assertion()
    {
        var answer = Read(400, new { error = Secret, error_description = $"You sent {Secret} and {Assertion}" });

        var refused = Assert.IsType<ProbeResponse.Refused>(answer);
        Assert.Equal(new ProbeResponse.Refused(400, null, "You sent (not shown) and (not shown)"), refused);
        Assert.Equal("400 without an error code", refused.ToString());
    }

    [Fact]
    public void A_token_is_a_token_and_is_not_kept()
    {
        var answer = Read(200, new { access_token = Assertion, token_type = "Bearer" });

        Assert.Equal(new ProbeResponse.Issued(), answer);
        Assert.Equal("token", answer.ToString());
    }

    [Fact]
    public void A_page_of_a_gateway_is_no_token() =>
        Assert.Equal(
            new ProbeResponse.Refused(200, null, null),
            ResponseReader.Read(200, Encoding.UTF8.GetBytes("<html>Welcome</html>"), [])
        );

    private static ProbeResponse Read(int status, object body) =>
        ResponseReader.Read(status, JsonSerializer.SerializeToUtf8Bytes(body), [Secret, Assertion]);
}
