using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Methods;

public sealed class ClientSecretPostTests
{
    [Theory]
    [InlineData("post", "not-the-secret", "secret.value")]
    [InlineData("post", "", "client.method")]
    [InlineData("nobody", "not-the-secret", "client.known")]
    [InlineData("", "not-the-secret", "client.identified")]
    public async Task Wrong_client_or_secret_is_refused_without_a_challenge(string id, string secret, string check)
    {
        await using var lab = await TestLab.StartAsync();

        (await lab.SendAsync(TestCall.Post(id, secret))).AssertInvalidClient(check);
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("£")]
    [InlineData("a\nb")]
    public async Task Character_outside_printable_ASCII_makes_the_request_malformed(string secret)
    {
        await using var lab = await TestLab.StartAsync();

        (await lab.SendAsync(TestCall.Post(TestClients.Post, secret))).AssertInvalidRequest(Rules.SecretFormat.Name);
    }

    [Fact]
    public async Task Secret_that_differs_in_case_is_another_secret()
    {
        await using var lab = await TestLab.StartAsync();
        var secret = lab.Clients.Secret.ToLowerInvariant();

        (await lab.SendAsync(TestCall.Post(TestClients.Post, secret))).AssertInvalidClient(Rules.SecretValue.Name);
    }
}
