using Ratios.Assertions;
using Ratios.Checking;
using Ratios.Engine;
using Ratios.Handshakes;
using Ratios.Memory;
using Ratios.Recording;
using Ratios.Results;
using Ratios.Starting;
using Ratios.TokenEndpoint;
using Ratios.World;

namespace Ratios;

/// <summary>One run: all ratios, one after the other, and their table; or the checks of what they take for granted.</summary>
internal static class RatioRun
{
    /// <returns>The exit code: 0 where every ratio is what it should be, 1 otherwise.</returns>
    public static async Task<int> MeasureAsync(TextWriter output, string? only, bool isShort, string folder)
    {
        var machine = Machine.This(TimeProvider.System);
        await output.WriteLineAsync($"{machine}");
        var effort = new Effort(output, only, isShort);
        var clients = new MeasuredClients(TimeProvider.System);
        new AssertionRatios(effort).Measure();
        await new StartRatios(effort).MeasureAsync(clients);
        await MeasureServersAsync(effort, clients);
        await new CellRatios(effort).MeasureAsync();
        new KernelRatios(effort).Measure();
        new CollectionRatios(effort).Measure();
        new RatioTable(machine, effort.Ratios, effort.LeftOut).Write(folder);
        await output.WriteLineAsync($"{Path.Combine(folder, "ratios.md")}");
        return effort.Ratios.All(ratio => ratio.IsMet) ? 0 : 1;
    }

    // The servers are started by the first ratio that needs them.
    private static async Task MeasureServersAsync(Effort effort, MeasuredClients clients)
    {
        var servers = new Lazy<Task<MeasuredServers>>(() => MeasuredServers.StartAsync(clients));
        try
        {
            await new TokenEndpointRatios(effort).MeasureAsync(clients, () => servers.Value);
            await new RecordingRatios(effort).MeasureAsync(clients, () => servers.Value);
            await new HandshakeRatios(effort).MeasureAsync(clients, () => servers.Value);
            await new MemoryRatios(effort).MeasureAsync(clients, () => servers.Value);
        }
        finally
        {
            if (servers.IsValueCreated)
            {
                await (await servers.Value).DisposeAsync();
            }
        }
    }

    /// <returns>The exit code: 0 where all holds, 1 otherwise.</returns>
    public static async Task<int> CheckAsync(TextWriter output)
    {
        var clients = new MeasuredClients(TimeProvider.System);
        await using var servers = await MeasuredServers.StartAsync(clients);
        return new EndpointChecks(clients, servers, output).Run() ? 0 : 1;
    }
}
