using ClientAuth.Protocol;
using Ratios.Results;
using Ratios.TokenEndpoint;
using Ratios.World;

namespace Ratios.Memory;

/// <summary>
/// The working set of our server over very many requests. The first fifth is the warm-up, in which what the server keeps a bounded number
/// of fills up: exchanges and used assertions. The rest is two halves, and the later is compared with the earlier.
/// </summary>
internal sealed class MemoryRatios(Effort effort)
{
    private const int Samples = 50;
    private const double Megabyte = 1024 * 1024;

    public async Task MeasureAsync(MeasuredClients clients, Func<Task<MeasuredServers>> start)
    {
        if (!effort.Wants("memory of the server", "the same server earlier"))
        {
            return;
        }

        var servers = await start();
        using var basic = servers.Ours(clients.Of(TokenEndpointAuthMethods.ClientSecretPost));
        using var signed = servers.Ours(clients.Of(TokenEndpointAuthMethods.ClientSecretJwt));
        var sizes = new List<double>();
        for (var sample = 0; sample < Samples; sample++)
        {
            var loaded = sample % 2 == 0 ? basic : signed;
            loaded.Round(effort.ManyRequests / Samples);
            sizes.Add(servers.OurProcess.WorkingSet / Megabyte);
        }

        var rest = sizes[(Samples / 5)..];
        var (earlier, later) = (rest[..(rest.Count / 2)], rest[(rest.Count / 2)..]);
        effort.Add(
            new Ratio(
                "memory",
                FormattableString.Invariant($"memory of the server in the last of {effort.ManyRequests:N0} requests"),
                "the same server earlier",
                [.. later.Zip(earlier, (subject, reference) => new Pair(subject, reference))],
                "MiB of working set",
                Goal.CostAtMost(1.05)
            )
        );
    }
}
