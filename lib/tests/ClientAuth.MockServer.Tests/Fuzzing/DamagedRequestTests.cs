using System.Text;
using System.Text.Json;
using ClientAuth.MockServer.Tests.Lab;
using FsCheck;
using FsCheck.Fluent;

namespace ClientAuth.MockServer.Tests.Fuzzing;

/// <summary>Requests that were good until something in them broke, thousands of them, at a server that keeps running.</summary>
/// <remarks>Alone, since the memory that it weighs is that of the whole process.</remarks>
[CollectionDefinition(nameof(DamagedRequestTests), DisableParallelization = true)]
[Collection(nameof(DamagedRequestTests))]
public sealed class DamagedRequestTests
{
    private const int Requests = 16_000;

    // What is allowed to stay after a collection; a leak of one kilobyte a request would be twice as much.
    private const long AllowedGrowth = 8 * 1024 * 1024;

    [Fact]
    public async Task A_damaged_request_gets_a_refusal_and_a_token_only_with_a_whole_credential()
    {
        await using var lab = await TestLab.StartAsync(
            (_, options) => options with { Limits = new() { RecordedExchangeLimit = 50 } }
        );
        using var client = NewClient(lab);
        using var good = new GoodRequests(lab);
        var sent = 0;
        var before = 0L;
        var outcomes = new HashSet<string>();
        var property = Prop.ForAll(
            Arb.From(DamagedRequest.Of(GoodRequests.Kinds)),
            async damaged =>
            {
                await SendAsync(lab, client, await good.OfAsync(damaged.Kind), damaged);
                outcomes.Add(lab.Server.Exchanges.Last?.Trace.Failure?.Check ?? "issued");
                // Used assertions and counted failures are forgotten as time passes, as at a server that stays up.
                lab.Clock.Advance(TimeSpan.FromSeconds(1));
                if (++sent == Requests / 4)
                {
                    before = GC.GetTotalMemory(forceFullCollection: true);
                }
            }
        );

        property.Check(Config.QuickThrowOnFailure.WithMaxTest(Requests));

        Assert.Equal(Requests, sent);
        // Damage that always failed at the first check would prove little.
        Assert.Contains("issued", outcomes);
        Assert.InRange(outcomes.Count, 25, int.MaxValue);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, AllowedGrowth);
    }

    private static async Task SendAsync(TestLab lab, HttpClient client, GoodRequest good, DamagedRequest damaged)
    {
        var request = damaged.Damage(good.Request);
        using var message = request.ToMessage(lab.Server.Issuer);
        using var response = await client.SendAsync(message, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(
            (int)response.StatusCode is >= 200 and < 500 and not (>= 300 and < 400),
            $"{response.StatusCode}: {request}"
        );
        if (body.Contains("access_token", StringComparison.Ordinal))
        {
            Assert.True(request.Carries(good.Credential), $"a token for {request}");
            Forget(lab, body);
            return;
        }

        Assert.False(response.IsSuccessStatusCode, $"{response.StatusCode} without a token: {request}");
        AssertTerse(body, response, good.Credential);
    }

    // Clients that registered themselves would be memory that grows by right.
    private static void Forget(TestLab lab, string body)
    {
        using var json = JsonDocument.Parse(body);
        if (json.RootElement.TryGetProperty("registration_access_token", out _))
        {
            Assert.True(lab.Server.Clients.Remove(json.RootElement.GetProperty("client_id").GetString()!));
        }
    }

    // Kestrel itself answers what is no HTTP, and then without a body.
    private static void AssertTerse(string body, HttpResponseMessage response, string credential)
    {
        Assert.DoesNotContain(credential, body, StringComparison.Ordinal);
        if (response.Content.Headers.ContentType is { MediaType: "application/json" })
        {
            using var json = JsonDocument.Parse(body);
            Assert.Matches("^[a-z_]+$", json.RootElement.GetProperty("error").GetString()!);
        }
        else
        {
            Assert.Equal("", body);
        }
    }

    private static HttpClient NewClient(TestLab lab)
    {
        var handler = lab.NewHandler();
        handler.RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1;
        handler.AllowAutoRedirect = false;
        return new HttpClient(handler);
    }
}
