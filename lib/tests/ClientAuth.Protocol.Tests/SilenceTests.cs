using ClientAuth.Protocol.Recording;

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

    [Fact]
    public void Nothing_that_holds_a_credential_prints_it()
    {
        object[] holders =
        [
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

        Assert.All(holders, holder => Assert.DoesNotContain(Secret, holder.ToString(), StringComparison.Ordinal));
    }
}
