using ClientAuth.Protocol;
using Ratios.Load;
using Ratios.Results;
using Ratios.Servers;
using Ratios.TokenEndpoint;
using Ratios.World;

namespace Ratios.Starting;

/// <summary>From nothing to the first token, against an empty Kestrel application and its first response: as a process, and in one that runs.</summary>
internal sealed class StartRatios(Effort effort)
{
    private static readonly Comparison Cold = Compare("cold process");
    private static readonly Comparison InProcess = Compare("in process");

    public async Task MeasureAsync(MeasuredClients clients)
    {
        var setup = MeasuredServers.SetupOf(clients);
        var client = clients.Of(TokenEndpointAuthMethods.ClientSecretBasic);
        await MeasureAsync(Cold, kind => ColdAsync(kind, setup, client, clients));
        await MeasureAsync(InProcess, kind => WarmAsync(kind, setup, client, clients));
    }

    private static Comparison Compare(string where) =>
        new(
            "start",
            $"start to first token, {where}",
            "an empty Kestrel application",
            "ms of processor time",
            Goal.CostAtMost(1.5)
        );

    private Task MeasureAsync(Comparison what, Func<string, Task<double>> start) =>
        effort.MeasureAsync(
            what,
            async () =>
            {
                var pairs = new List<Pair>();
                for (var round = 0; round <= effort.Rounds; round++)
                {
                    var pair = new Pair(await start(OurServer.Kind), await start(EmptyServer.Kind));
                    // The first reads the files from the disk, or has the code compiled.
                    if (round > 0)
                    {
                        pairs.Add(pair);
                    }
                }

                return pairs;
            }
        );

    private static async Task<double> ColdAsync(
        string kind,
        ServerSetup setup,
        MeasuredClient client,
        MeasuredClients clients
    )
    {
        await using var server = await ServerProcess.StartAsync(kind, setup, isServedLong: false);
        Ask(server.Ready, client, clients);
        return server.ProcessorTime.TotalMilliseconds;
    }

    // The client's part is in it on both sides.
    private static async Task<double> WarmAsync(
        string kind,
        ServerSetup setup,
        MeasuredClient client,
        MeasuredClients clients
    )
    {
        var before = Environment.CpuUsage.TotalTime;
        var (ready, server) = await Serving.StartAsync(kind, setup);
        await using (server)
        {
            Ask(ready, client, clients);
            return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        }
    }

    private static void Ask(ServerReady ready, MeasuredClient client, MeasuredClients clients)
    {
        var port = TokenRequests.EndpointFor(client, ready).Port;
        using var connection = KeptAliveConnection.Open(port, clients.Authority.Certificate, certificate: null);
        if (connection.Send(TokenRequests.Make(client, ready)) is not 200 and var status)
        {
            throw new InvalidOperationException($"The first request got {status}.");
        }
    }
}
