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

    private Comparison OverManyRequests =>
        new(
            "memory",
            FormattableString.Invariant($"memory of the server in the last of {effort.ManyRequests:N0} requests"),
            "the same server earlier",
            "MiB of working set",
            Goal.CostAtMost(1.05)
        );

    public Task MeasureAsync(MeasuredClients clients, Func<Task<MeasuredServers>> start) =>
        effort.MeasureAsync(OverManyRequests, async () => Halves(await SizesAsync(clients, start)));

    private async Task<List<double>> SizesAsync(MeasuredClients clients, Func<Task<MeasuredServers>> start)
    {
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

        return sizes;
    }

    private static List<Pair> Halves(List<double> sizes)
    {
        var rest = sizes[(Samples / 5)..];
        var (earlier, later) = (rest[..(rest.Count / 2)], rest[(rest.Count / 2)..]);
        return [.. later.Zip(earlier, (subject, reference) => new Pair(subject, reference))];
    }
}
