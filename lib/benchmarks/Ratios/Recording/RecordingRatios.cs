using ClientAuth.Protocol;
using Ratios.Load;
using Ratios.Results;
using Ratios.Servers;
using Ratios.TokenEndpoint;
using Ratios.World;

namespace Ratios.Recording;

/// <summary>What it costs that each exchange is recorded, with its trace: our server against itself without that.</summary>
internal sealed class RecordingRatios(Effort effort)
{
    public async Task MeasureAsync(MeasuredClients clients, Func<Task<MeasuredServers>> start)
    {
        if (!effort.Wants("recording each exchange", "the same server without"))
        {
            return;
        }

        var servers = await start();
        var client = clients.Of(TokenEndpointAuthMethods.PrivateKeyJwt);
        await using var silent = await ServerProcess.StartAsync(
            OurServer.Kind,
            MeasuredServers.SetupOf(clients) with
            {
                RecordsExchanges = false,
            }
        );
        using var recording = servers.Ours(client);
        using var without = new LoadedServer(silent, client, clients);
        recording.Round(effort.WarmUpRequests);
        without.Round(effort.WarmUpRequests);
        effort.Add(
            new Ratio(
                "token endpoint, kept-alive TLS",
                $"recording each exchange, {client.Name}",
                "the same server without recording",
                Interleaved.Pairs(
                    effort.Rounds,
                    () => recording.Round(effort.RequestsPerRound).Processor,
                    () => without.Round(effort.RequestsPerRound).Processor
                ),
                "µs of the server's processor time",
                Goal.CostAtMost(1.1)
            )
        );
    }
}
