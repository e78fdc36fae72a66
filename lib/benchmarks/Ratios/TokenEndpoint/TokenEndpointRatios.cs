using ClientAuth.Protocol;
using Ratios.Load;
using Ratios.Results;
using Ratios.Servers;
using Ratios.World;

namespace Ratios.TokenEndpoint;

/// <summary>
/// Token requests over connections that stay open, against the floor and against two servers of other people. Compared is the processor
/// time of the server's process for each request: its inverse is what one core serves, whatever else the machine does.
/// </summary>
internal sealed class TokenEndpointRatios(Effort effort)
{
    private const string Floor = "an empty Kestrel endpoint with the same cryptography and bytes";
    private const string OpenIddict = "OpenIddict in memory";
    private const string Node = "node-oidc-provider";

    public async Task MeasureAsync(MeasuredClients clients, Func<Task<MeasuredServers>> start)
    {
        var warm = new Lazy<Task<MeasuredServers>>(() => WarmUpAsync(clients, start));
        foreach (var client in clients.All)
        {
            await MeasureAsync(
                client,
                Compare(client, Floor, Goal.SpeedAtLeast(0.6)),
                missing: null,
                warm,
                servers => Task.FromResult<LoadedServer?>(servers.Floor(client))
            );
            await MeasureAsync(
                client,
                Compare(client, OpenIddict, Goal.SpeedAtLeast(3)),
                OpenIddictServer.Knows(client.Method) ? null : "it does not know this method",
                warm,
                servers => servers.OpenIddictAsync(client)
            );
            if (client.Method == TokenEndpointAuthMethods.ClientSecretPost)
            {
                await MeasureAsync(
                    client,
                    Compare(client, Node, Goal.SpeedAtLeast(3)),
                    NodeServer.Missing,
                    warm,
                    servers => servers.NodeAsync(client)
                );
            }
        }
    }

    private static Comparison Compare(MeasuredClient client, string against, Goal goal) =>
        new("token endpoint, kept-alive TLS", client.Name, against, "µs of the server's processor time", goal);

    // The servers' code is the same for most of the methods: after this, it has been compiled for good.
    private async Task<MeasuredServers> WarmUpAsync(MeasuredClients clients, Func<Task<MeasuredServers>> start)
    {
        var servers = await start();
        foreach (var client in clients.All)
        {
            using var ours = servers.Ours(client);
            using var floor = servers.Floor(client);
            ours.Round(effort.WarmUpRequests);
            floor.Round(effort.WarmUpRequests);
        }

        return servers;
    }

    private Task MeasureAsync(
        MeasuredClient client,
        Comparison what,
        string? missing,
        Lazy<Task<MeasuredServers>> warm,
        Func<MeasuredServers, Task<LoadedServer?>> reference
    ) =>
        effort.MeasureAsync(
            what,
            async () =>
            {
                MissingHereException.ThrowIf(missing);
                var servers = await warm.Value;
                using var other = (await reference(servers))!;
                using var ours = servers.Ours(client);
                var requests = what.Against == Floor ? effort.RequestsPerRound : effort.RequestsPerRound / 4;
                return Interleaved.Pairs(
                    effort.Rounds,
                    () => ours.Round(requests).Processor,
                    () => other.Round(requests).Processor
                );
            }
        );
}
