namespace ClientAuth.MockServer.Standalone.Tests.Lab;

/// <summary>One program with <c>--lab</c> for tests that leave nothing behind in it, or only what the others do not ask for.</summary>
public sealed class RunningLabServer : IAsyncLifetime
{
    private LabServer? _server;

    internal LabServer Server => _server!;

    public async ValueTask InitializeAsync() => _server = await LabServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
