using System.Text;
using ClientAuth.Client;
using ClientAuth.Client.Connections;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.OwnServer.Probing;

/// <summary>Sends requests to a server, good ones and mistaken ones, each once, and reads the responses.</summary>
/// <param name="metadata">What it says about itself.</param>
/// <param name="trust">Which certificate it must show.</param>
/// <param name="clients">The clients whose credentials are held.</param>
/// <param name="scope">What is asked for; null leaves it to the server.</param>
/// <param name="clock">Stamps assertions.</param>
internal sealed class ProbedServer(
    AuthorizationServerMetadata metadata,
    ServerTrust trust,
    IReadOnlyList<ProbedClient> clients,
    string? scope,
    TimeProvider clock
) : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, HttpClient> _connections = new(StringComparer.Ordinal);

    public AuthorizationServerMetadata Metadata => metadata;

    public IReadOnlyList<ProbedClient> Clients => clients;

    /// <summary>How many requests have left, answered or not.</summary>
    public int Sent { get; private set; }

    /// <summary>Whether the server asked to be left alone (429), so that nothing more may be sent.</summary>
    public bool WantsRest { get; private set; }

    /// <summary>A testbed's server with one client of each method that proves something.</summary>
    public static ProbedServer Of(Testbed testbed) =>
        new(
            testbed.Server.Metadata,
            testbed.Trust,
            [
                .. testbed
                    .Clients.Values.Where(client =>
                        client.Registration.TokenEndpointAuthMethod != TokenEndpointAuthMethods.None
                    )
                    .DistinctBy(client => client.Registration.TokenEndpointAuthMethod)
                    .Select(client => new ProbedClient(
                        client.Registration.ClientId,
                        client.Registration.TokenEndpointAuthMethod,
                        RegisteredMethod.Of(client)
                    )
                    {
                        Secret = client.Secret,
                    }),
            ],
            scope: null,
            testbed.Clock
        );

    /// <summary>Sends one good request.</summary>
    public Task<ProbeResponse> AskAsync(ProbedClient client, CancellationToken cancellationToken = default) =>
        AskAsync(client, good => ProbeRequest.Of(good.Unchanged), cancellationToken);

    /// <summary>Sends one request that is made out of a good one.</summary>
    public async Task<ProbeResponse> AskAsync(
        ProbedClient client,
        Func<GoodRequest, ProbeRequest> make,
        CancellationToken cancellationToken = default
    )
    {
        if (WantsRest)
        {
            return new ProbeResponse.NotAsked("the server answered 429: too many requests");
        }

        var request = make(new GoodRequest(Connection(client, presents: true), metadata, client, scope, clock));
        using var message = request.Message;
        var sent = await SecretsOfAsync(client, message, cancellationToken);
        using var timer = new CancellationTokenSource(Deadline);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        Sent++;
        try
        {
            var http = Connection(client, request.PresentsCertificate);
            using var response = await http.SendAsync(message, either.Token);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            WantsRest = (int)response.StatusCode == 429;
            return ResponseReader.Read((int)response.StatusCode, body, sent);
        }
        catch (HttpRequestException error)
        {
            return new ProbeResponse.NoResponse(
                Redaction.Text(ConnectionFailure.Words(error), sent) ?? "the connection failed"
            );
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ProbeResponse.NoResponse($"no answer within {Deadline.TotalSeconds:0} s");
        }
    }

    public void Dispose()
    {
        foreach (var http in _connections.Values)
        {
            http.Dispose();
        }

        _connections.Clear();
    }

    private HttpClient Connection(ProbedClient client, bool presents)
    {
        var certificate = presents && client.HasCertificate ? client.Method : null;
        var key = certificate is null ? "" : client.ClientId;
        return _connections.TryGetValue(key, out var open)
            ? open
            : _connections[key] = TokenHttp.Create(trust, certificate, clock);
    }

    // Whatever proves the client in this request, in the spellings in which a server could repeat it.
    private static async Task<IReadOnlyList<string>> SecretsOfAsync(
        ProbedClient client,
        HttpRequestMessage message,
        CancellationToken cancellationToken
    )
    {
        var body = message.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        var parameters = body.Split('&').Select(part => part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        var secret = client.Secret?.Reveal();
        return
        [
            .. secret is null
                ? Array.Empty<string>()
                : [secret, Uri.EscapeDataString(secret), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))],
            .. message.Headers.Authorization?.Parameter is { } basic ? new[] { basic } : [],
            .. parameters.Where(value => value.Length >= 40),
        ];
    }
}
