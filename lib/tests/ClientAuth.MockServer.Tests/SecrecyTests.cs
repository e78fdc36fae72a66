using System.Security.Cryptography;
using System.Text;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Tests;

/// <summary>A trace is shown in lessons, so it holds no secret, right or wrong, in any form.</summary>
public sealed class SecrecyTests
{
    [Fact]
    public async Task No_secret_reaches_a_trace_or_an_error()
    {
        await using var lab = await TestLab.StartAsync();
        var wrong = RandomNumberGenerator.GetHexString(64);
        string[] secrets = [lab.Clients.Secret, wrong];
        foreach (var secret in secrets)
        {
            foreach (var client in new[] { TestClients.Basic, TestClients.Post, TestClients.Mac, "nobody" })
            {
                await lab.SendAsync(TestCall.Basic(client, secret));
                await lab.SendAsync(TestCall.BasicRaw($"{client}:{secret}%zz"));
                await lab.SendAsync(TestCall.BasicRaw(secret));
                await lab.SendAsync(TestCall.Basic(secret, client));
                await lab.SendAsync(TestCall.Basic(secret, client).And(TokenParameters.ClientId, client));
                await lab.SendAsync(TestCall.Post(secret, client));
                await lab.SendAsync(TestCall.Post(client, secret));
                await lab.SendAsync(TestCall.Post(client, secret + "£"));
                await lab.SendAsync(TestCall.Basic(client, secret).And(TokenParameters.ClientSecret, secret));
                await lab.SendAsync(TestCall.Post(client, secret).And(TokenParameters.ClientSecret, secret));
                await lab.SendAsync(new TestCall { Query = $"?client_secret={secret}" });
                await lab.SendAsync(TestCall.Asserting(secret).And(TokenParameters.ClientId, client));
                await lab.SendAsync(TestCall.Asserting(lab.Assertion(TestClients.Mac).Mac(secret)));
                await lab.SendAsync(new TestCall().WithHeader("Authorization", $"Bearer {secret}"));
                await lab.SendAsync(new TestCall { RawBody = $"{secret}=&{secret}=" });
            }
        }

        var exchanges = lab.Server.Exchanges.Snapshot();

        Assert.Equal(120, exchanges.Count);
        Assert.Contains(exchanges, exchange => exchange.Trace.Failure is not null);
        Assert.All(exchanges, exchange => AssertNoSecret(exchange, secrets));
    }

    private static void AssertNoSecret(RecordedExchange exchange, string[] secrets)
    {
        var shown = string.Join('\n', exchange.Trace.Decisions) + exchange + exchange.Request + exchange.Response;
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(secret[..16], shown, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Base64(secret), shown, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, exchange.Response.Body, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static string Base64(string secret) => Convert.ToBase64String(Encoding.ASCII.GetBytes(secret))[..16];
}
