using ClientAuth.MockServer.Standalone.Tests.Processes;

[assembly: AssemblyFixture(typeof(RunningServer))]

namespace ClientAuth.MockServer.Standalone.Tests.Processes;

/// <summary>One server with the clients of the checkout, for all tests that only talk to it.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private StandaloneProcess? _process;

    internal StandaloneProcess Process => _process!;

    public async ValueTask InitializeAsync() =>
        _process = await StandaloneProcess.StartAsync("--manifest", _folder.File("manifest.json"));

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _folder.Dispose();
    }
}
