using System.Diagnostics;
using System.Text;
using Ratios.Servers;
using Ratios.World;

namespace Ratios.Load;

/// <summary>A server under the load of one client: so many connections, kept open from one round to the next.</summary>
internal sealed class LoadedServer : IDisposable
{
    private const int Connections = 4;

    private readonly ServerProcess _server;
    private readonly MeasuredClient _client;
    private readonly string? _path;
    private readonly List<KeptAliveConnection> _connections;

    /// <param name="server">The server.</param>
    /// <param name="client">Its client.</param>
    /// <param name="clients">Whose authority has issued the server's certificate.</param>
    /// <param name="path">Of the endpoint, where it is another than the token endpoint.</param>
    public LoadedServer(ServerProcess server, MeasuredClient client, MeasuredClients clients, string? path = null)
    {
        _server = server;
        _client = client;
        _path = path;
        var port = Endpoint.Port;
        _connections =
        [
            .. Enumerable
                .Range(0, Connections)
                .Select(_ => KeptAliveConnection.Open(port, clients.Authority.Certificate, client.Certificate)),
        ];
    }

    /// <summary>One request, with its response.</summary>
    public WireResponse Ask() => Ask(request => request);

    /// <summary>One request that was altered, with its response.</summary>
    public WireResponse Ask(Func<byte[], byte[]> alter) =>
        _connections[0].Ask(alter(TokenRequests.Make(_client, _server.Ready, _path)));

    /// <summary>Reads a document of the server.</summary>
    public WireResponse Get(string path) =>
        _connections[0].Ask(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {Endpoint.Authority}\r\n\r\n"));

    /// <summary>The server's processor time and the clock's time for each of so many requests, in microseconds.</summary>
    /// <exception cref="InvalidOperationException">A request did not get its token.</exception>
    public (double Processor, double Clock) Round(int requests)
    {
        var made = Enumerable
            .Range(0, requests)
            .AsParallel()
            .Select(_ => TokenRequests.Make(_client, _server.Ready, _path))
            .ToArray();
        var before = _server.ProcessorTime;
        var started = Stopwatch.GetTimestamp();
        var next = -1;
        var failures = new List<string>();
        var senders = _connections.ConvertAll(connection => new Thread(() => SendAll(connection)));
        senders.ForEach(sender => sender.Start());
        senders.ForEach(sender => sender.Join());
        var clock = Stopwatch.GetElapsedTime(started);
        var processor = _server.ProcessorTime - before;
        return failures is []
            ? (processor.TotalMicroseconds / requests, clock.TotalMicroseconds / requests)
            : throw new InvalidOperationException($"{_client.Name}: {failures[0]}");

        void SendAll(KeptAliveConnection connection)
        {
            try
            {
                int number;
                while ((number = Interlocked.Increment(ref next)) < requests)
                {
                    if (connection.Send(made[number]) is not 200 and var status)
                    {
                        Fail($"a token request got {status}");
                        return;
                    }
                }
            }
            // What leaves a thread ends the program.
            catch (Exception problem)
            {
                Fail(problem.Message);
            }
        }

        void Fail(string why)
        {
            lock (failures)
            {
                failures.Add(why);
            }
        }
    }

    private Uri Endpoint => TokenRequests.EndpointFor(_client, _server.Ready);

    public void Dispose() => _connections.ForEach(connection => connection.Dispose());
}
