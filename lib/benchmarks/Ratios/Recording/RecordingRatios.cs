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
    public Task MeasureAsync(MeasuredClients clients, Func<Task<MeasuredServers>> start)
    {
        var client = clients.Of(TokenEndpointAuthMethods.PrivateKeyJwt);
        var what = new Comparison(
            "token endpoint, kept-alive TLS",
            $"recording each exchange, {client.Name}",
            "the same server without recording",
            "µs of the server's processor time",
            Goal.CostAtMost(1.1)
        );
        return effort.MeasureAsync(what, async () => await PairsAsync(client, clients, await start()));
    }

    private async Task<IReadOnlyList<Pair>> PairsAsync(
        MeasuredClient client,
        MeasuredClients clients,
        MeasuredServers servers
    )
    {
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
        return Interleaved.Pairs(
            effort.Rounds,
            () => recording.Round(effort.RequestsPerRound).Processor,
            () => without.Round(effort.RequestsPerRound).Processor
        );
    }
}
