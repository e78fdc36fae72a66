using ClientAuth.MockServer.Options;

namespace ClientAuth.MockServer.Tests.Platforms;

/// <summary>The revocation status list as Google answers it.</summary>
public sealed class AttestationStatusListTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Entries_have_a_status_and_may_say_more()
    {
        const string json = """
            {
              "entries": {
                "2c8cdddfd5e03bfc": {
                  "status": "REVOKED", "expires": "2030-11-13", "reason": "KEY_COMPROMISE", "comment": "Key stored on unsecure system"
                },
                "c8966fcb2fbb0d7a": { "status": "SUSPENDED" }
              }
            }
            """;

        var list = AttestationStatusList.Parse(json, Now);

        Assert.Equal((2, Now), (list.Count, list.FetchedAt));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html></html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"entries":[]}""")]
    [InlineData("""{"entries":{"1":"REVOKED"}}""")]
    [InlineData("""{"entries":{"1":{}}}""")]
    [InlineData("""{"entries":{"1":{"status":null}}}""")]
    [InlineData("""{"entries":{"1":{"status":7}}}""")]
    [InlineData("""{"entries":{"1":{"status":"REVOKED"},"1":{"status":"SUSPENDED"}}}""")]
    public void What_is_no_list_is_none(string json)
    {
        var error = Assert.Throws<FormatException>(() => AttestationStatusList.Parse(json, Now));

        Assert.StartsWith(
            "The revocation status list cannot be read; it needs entries, each with a status: ",
            error.Message,
            StringComparison.Ordinal
        );
    }
}
