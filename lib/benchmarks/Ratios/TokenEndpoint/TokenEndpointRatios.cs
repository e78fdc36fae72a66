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
        if (
            !clients.All.Any(client => new[] { Floor, OpenIddict, Node }.Any(other => effort.Wants(client.Name, other)))
        )
        {
            return;
        }

        var servers = await start();
        WarmUp(clients, servers);
        foreach (var client in clients.All)
        {
            Measure(client, Floor, Goal.SpeedAtLeast(0.6), servers, servers.Floor);
            Measure(client, OpenIddict, Goal.SpeedAtLeast(3), servers, servers.OpenIddict);
            if (client.Method == TokenEndpointAuthMethods.ClientSecretPost)
            {
                Measure(client, Node, Goal.SpeedAtLeast(3), servers, servers.Node);
            }
        }
    }

    // The servers' code is the same for most of the methods: after this, it has been compiled for good.
    private void WarmUp(MeasuredClients clients, MeasuredServers servers)
    {
        foreach (var client in clients.All)
        {
            using var ours = servers.Ours(client);
            using var floor = servers.Floor(client);
            ours.Round(effort.WarmUpRequests);
            floor.Round(effort.WarmUpRequests);
        }
    }

    private void Measure(
        MeasuredClient client,
        string against,
        Goal goal,
        MeasuredServers servers,
        Func<MeasuredClient, LoadedServer?> reference
    )
    {
        if (!effort.Wants(client.Name, against))
        {
            return;
        }

        using var other = reference(client);
        if (other is null)
        {
            effort.LeaveOut(
                $"{client.Name} against {against}",
                against == Node ? NodeServer.Missing! : "it does not know this method"
            );
            return;
        }

        using var ours = servers.Ours(client);
        var requests = against == Floor ? effort.RequestsPerRound : effort.RequestsPerRound / 4;
        effort.Add(
            new Ratio(
                "token endpoint, kept-alive TLS",
                client.Name,
                against,
                Interleaved.Pairs(
                    effort.Rounds,
                    () => ours.Round(requests).Processor,
                    () => other.Round(requests).Processor
                ),
                "µs of the server's processor time",
                goal
            )
        );
    }
}
