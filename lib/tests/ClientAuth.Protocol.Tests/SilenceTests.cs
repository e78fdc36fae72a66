using ClientAuth.Protocol.Recording;
using Microsoft.DotNet.Interactive.Formatting;

namespace ClientAuth.Protocol.Tests;

/// <summary>What must not print itself into a log or a notebook's output.</summary>
public sealed class SilenceTests
{
    private const string Secret = "correct-horse";

    [Fact]
    public void A_client_secret_is_revealed_on_demand_only()
    {
        var secret = new ClientSecret(Secret);

        Assert.Equal("(client secret, not shown)", secret.ToString());
        Assert.Empty(typeof(ClientSecret).GetProperties());
        Assert.Equal(Secret, secret.Reveal());
        Assert.Equal("correct-horse"u8.ToArray(), secret.RevealBytes());
    }

    [Fact]
    public void An_empty_secret_is_refused() => Assert.Throws<ArgumentException>(() => new ClientSecret(""));

    private static object[] Holders =>
        [
            new ClientSecret(Secret),
            new RecordedHeader("Authorization", Secret),
            new ClientMetadata { ClientId = "c", ClientSecret = Secret },
            new TokenResponse { AccessToken = Secret, TokenType = "Bearer" },
            new RecordedRequest(
                "POST",
                $"/token?client_secret={Secret}",
                "HTTP/1.1",
                [new("Authorization", Secret)],
                Secret
            ),
            new RecordedResponse(200, [], Secret),
        ];

    [Fact]
    public void Nothing_that_holds_a_credential_prints_it() =>
        Assert.All(Holders, holder => Assert.DoesNotContain(Secret, holder.ToString(), StringComparison.Ordinal));

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/plain")]
    public void Nothing_that_holds_a_credential_shows_it_in_a_notebook(string mimeType) =>
        Assert.All(
            Holders.Append(Holders),
            holder => Assert.DoesNotContain(Secret, holder.ToDisplayString(mimeType), StringComparison.Ordinal)
        );

    [Fact]
    public void What_is_shown_in_a_notebook_is_escaped() =>
        Assert.Equal(
            "&lt;b&gt; (client_secret_basic)",
            new ClientMetadata { ClientId = "<b>" }.ToDisplayString("text/html")
        );
}
