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
    /// <summary>Measures, and writes the table of what could be measured, whatever becomes of the rest.</summary>
    /// <param name="output">Where each figure is told as it comes.</param>
    /// <param name="errors">Where it is told that nothing was measured.</param>
    /// <param name="only">Measures only what has this in its name; null measures all.</param>
    /// <param name="isShort">Whether a tenth will do.</param>
    /// <param name="folder">Of the table.</param>
    /// <returns>The exit code: 0 where every ratio is what it should be, 1 otherwise, also where one failed or none was measured.</returns>
    public static async Task<int> MeasureAsync(
        TextWriter output,
        TextWriter errors,
        string? only,
        bool isShort,
        string folder
    )
    {
        var machine = Machine.This(TimeProvider.System);
        await output.WriteLineAsync($"{machine}");
        var effort = new Effort(output, only, isShort);
        try
        {
            await MeasureAllAsync(effort);
        }
        finally
        {
            if (effort.Ratios.Count + effort.LeftOut.Count > 0)
            {
                new RatioTable(machine, effort.Ratios, effort.LeftOut).Write(folder);
                await output.WriteLineAsync($"{Path.Combine(folder, "ratios.md")}");
            }
        }

        if (effort.Ratios.Count == 0)
        {
            await errors.WriteLineAsync(WhyNothing(effort, only));
            return 1;
        }

        return !effort.HasFailed && effort.Ratios.All(ratio => ratio.IsMet) ? 0 : 1;
    }

    private static async Task MeasureAllAsync(Effort effort)
    {
        var clients = new MeasuredClients(TimeProvider.System);
        await new AssertionRatios(effort).MeasureAsync();
        await new StartRatios(effort).MeasureAsync(clients);
        await MeasureServersAsync(effort, clients);
        await new CellRatios(effort).MeasureAsync();
        await new KernelRatios(effort).MeasureAsync();
        await new CollectionRatios(effort).MeasureAsync();
    }

    private static string WhyNothing(Effort effort, string? only) =>
        effort.LeftOut.Count > 0
            ? "Nothing was measured: all that was wanted is left out, for the reasons above."
            : $"Nothing was measured: no ratio has '{only}' in its name. Give --only a part of one of these:\n  "
                + string.Join("\n  ", effort.Known);

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
            // Servers that did not start have said so with each ratio that needs them.
            if (servers is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
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
        return await new EndpointChecks(clients, servers, output).RunAsync() ? 0 : 1;
    }
}
