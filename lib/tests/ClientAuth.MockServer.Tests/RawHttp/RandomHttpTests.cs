using System.Collections.Concurrent;
using System.Text;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.MockServer.Tests.LabEndpoints;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.RawHttp;

/// <summary>Random requests over real TLS: none is the server's failure, none is left waiting, and each connection ends or goes on as its response says.</summary>
public sealed class RandomHttpTests
{
    private const int Connections = 4;
    private const int Few = 1_000;
    private const int All = 20_000;

    // A request is answered in milliseconds; a machine that also does other work gets time.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(25);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Random_requests_are_answered_and_their_connections_end_or_go_on_as_the_answer_says()
    {
        var (count, first) = (RequiredTools.AllPromised ? All : Few, RandomSeed.Or(1));
        await using var lab = await LabCall.StartAsync();
        var requests = new RandomRequests(Bodies(lab), Credentials(lab));
        var statuses = new ConcurrentDictionary<int, int>();

        await Task.WhenAll(
            Enumerable
                .Range(0, Connections)
                .Select(async connection =>
                {
                    // The second listener asks for a certificate, and is given none.
                    var endpoint = connection == 0 ? lab.Server.Metadata.MtlsEndpointAliases!.TokenEndpoint : null;
                    await using var sender = new RandomSender(lab, endpoint, statuses, Deadline);
                    for (var seed = first + connection; seed < first + count; seed += Connections)
                    {
                        var request = requests.Make(seed);
                        var problem = await sender.SendAsync(request, Cancellation);
                        Assert.True(
                            problem is null,
                            $"{RandomSeed.Variable}={seed}: {problem} for {request.ToLiteral()}"
                        );
                    }
                })
        );

        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}"))
        );
        // Requests that all failed in the first line would prove little.
        int[] expected = [200, 400, 401, 404, 405, 413, 415, 431];
        Assert.All(expected, status => Assert.True(statuses.ContainsKey(status), $"no {status}"));
        (await lab.SendAsync(TestCall.Basic(TestClients.Basic, lab.Clients.Secret))).AssertIssued();
    }

    private static List<string> Bodies(TestLab lab) =>
        [
            "",
            "a=b",
            "grant_type=client_credentials",
            $"grant_type=client_credentials&client_id=post&client_secret={lab.Clients.Secret}",
            $"token=a.b.c&client_id=post&client_secret={lab.Clients.Secret}",
            $"response_type=code&redirect_uri=https%3A%2F%2Fapp.example%2F&client_id=post&client_secret={lab.Clients.Secret}",
            $"grant_type=client_credentials&client_assertion_type={Uri.EscapeDataString(ClientAssertionTypes.JwtBearer)}"
                + "&client_assertion=eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJzaWduZXIiLCJzdWIiOiJzaWduZXIifQ.AA",
            "grant_type=client_credentials&client_id=%F0%9F%98%80&scope=%00",
            """{"client_name":"\ud800"}""",
            """{"grant_types":["client_credentials"],"scope":"read"}""",
            """{"token_endpoint_auth_method":"private_key_jwt","jwks":{"keys":[{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}]}}""",
            """{"at":"token","fault":"nonsense"}""",
            new string('[', 5000),
        ];

    private static List<string> Credentials(TestLab lab) =>
        [
            $"Authorization: Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"basic:{lab.Clients.Secret}"))}",
            "Authorization: Basic YmFzaWM6d3Jvbmc=",
            $"Authorization: Bearer {LabCall.Token}",
            "Authorization: Bearer x",
        ];
}
