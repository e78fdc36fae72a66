using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Tests.Load;

/// <summary>Many clients at once, of every method, right and wrong, each over one connection that stays open.</summary>
public sealed class MixedLoadTests
{
    private const int Connections = 64;
    private const int Requests = 10_000;

    [Fact]
    public async Task Ten_thousand_requests_over_64_connections_each_get_their_own_answer()
    {
        await using var lab = await TestLab.StartAsync(
            (_, options) =>
                options with
                {
                    Limits = new() { RecordedExchangeLimit = Requests, RecordedExchangesSize = long.MaxValue },
                }
        );
        var wrong = new ConcurrentBag<string>();
        var numbers = Enumerable.Range(0, Connections);

        await Task.WhenAll(numbers.Select(number => SendAllAsync(lab, number, wrong)));

        Assert.Empty(wrong);
        var exchanges = lab.Server.Exchanges.Snapshot();
        Assert.Equal(Requests, exchanges.Count);
        // The handshake belongs to the first exchange of a connection.
        Assert.Equal(
            Connections,
            exchanges.Count(exchange => exchange.Phases.Any(phase => phase.Name == PhaseNames.Handshake))
        );
        AssertEveryTokenIsAnother(exchanges);
    }

    private static async Task SendAllAsync(TestLab lab, int number, ConcurrentBag<string> wrong)
    {
        var (certificate, kinds) = Kinds(lab, number);
        using var client = lab.NewClient(certificate);
        for (var request = number; request < Requests; request += Connections)
        {
            var kind = kinds[request / Connections % kinds.Count];
            var (status, error) = await SendAsync(lab, client, kind.Make());
            if ((status, error) != (kind.Status, kind.Error))
            {
                wrong.Add($"{kind.Name}: {status} {error}");
            }
        }
    }

    private static (X509Certificate2? Certificate, IReadOnlyList<ExpectedAnswer> Kinds) Kinds(TestLab lab, int number)
    {
        var requests = new MixedRequests(lab);
        return (number % 4) switch
        {
            0 => (lab.Clients.Certificate, requests.With(lab.Clients.Certificate, TestClients.Tls)),
            1 => (lab.Clients.OwnCertificate, requests.With(lab.Clients.OwnCertificate, TestClients.SelfSigned)),
            _ => (null, requests.WithoutCertificate()),
        };
    }

    private static async Task<(int Status, string? Error)> SendAsync(TestLab lab, HttpClient client, TestCall call)
    {
        using var request = lab.Message(call);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(body);
        var error = json.RootElement.TryGetProperty("error", out var value) ? value.GetString() : null;
        return ((int)response.StatusCode, error);
    }

    private static void AssertEveryTokenIsAnother(IReadOnlyList<RecordedExchange> exchanges)
    {
        var issued = exchanges.Where(exchange => exchange.Response.Status == 200).Select(e => e.Response.Body).ToList();
        Assert.NotEmpty(issued);
        Assert.Equal(issued.Count, issued.Distinct().Count());
    }
}
