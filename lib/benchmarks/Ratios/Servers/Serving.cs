using System.Text.Json;
using Ratios.Servers.Floor;

namespace Ratios.Servers;

/// <summary>This program as a server: reads its set-up, says where it listens, and ends with its standard input.</summary>
internal static class Serving
{
    public static async Task<int> RunAsync(string kind)
    {
        var setup = ServerSetup.Read((await Console.In.ReadLineAsync())!);
        var (ready, server) = await StartAsync(kind, setup);
        await using (server)
        {
            Console.WriteLine(JsonSerializer.Serialize(ready, ServerJson.Default.ServerReady));
            await Console.In.ReadToEndAsync();
        }

        return 0;
    }

    /// <summary>Starts a server in this process.</summary>
    public static Task<(ServerReady Ready, IAsyncDisposable Server)> StartAsync(string kind, ServerSetup setup) =>
        kind switch
        {
            OurServer.Kind => OurServer.StartAsync(setup),
            FloorServer.Kind => FloorServer.StartAsync(setup),
            EmptyServer.Kind => EmptyServer.StartAsync(setup),
            OpenIddictServer.Kind => OpenIddictServer.StartAsync(setup),
            _ => throw new ArgumentException($"There is no server '{kind}'."),
        };
}
