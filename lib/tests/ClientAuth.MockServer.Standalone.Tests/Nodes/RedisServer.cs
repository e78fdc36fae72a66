using System.Diagnostics;
using System.Globalization;
using ClientAuth.MockServer.Standalone.Tests.Processes;
using StackExchange.Redis;

namespace ClientAuth.MockServer.Standalone.Tests.Nodes;

/// <summary>A <c>redis-server</c> of one test: on a port and in a folder of its own. A missing program ends the test.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    // Unix systems agree on the names of these signals (SIGSTOP, SIGCONT), not on their numbers.
    private static readonly (int Stop, int Continue) Signals = OperatingSystem.IsMacOS() ? (17, 19) : (19, 18);

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();
    private readonly string[] _settings;
    private Process? _process;

    private RedisServer(string[] settings) => _settings = settings;

    public int Port { get; } = FreePorts.Pair().First;

    /// <summary>One that writes every change to disk before it answers.</summary>
    public static Task<RedisServer> StartLosslessAsync() =>
        StartAsync("--appendonly", "yes", "--appendfsync", "always");

    /// <summary>One that keeps everything in memory, unless settings say otherwise.</summary>
    public static async Task<RedisServer> StartAsync(params string[] settings)
    {
        var server = new RedisServer(settings);
        await server.RestartAsync();
        return server;
    }

    /// <summary>Starts it, again after <see cref="KillAsync"/>: the same port and the same folder.</summary>
    public async Task RestartAsync(params string[] further)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        _process = ExternalTool.Start(
            "redis-server",
            [
                "--port",
                Port.ToString(CultureInfo.InvariantCulture),
                "--bind",
                "127.0.0.1",
                "--dir",
                _folder.Path,
                "--save",
                "",
                .. _settings,
                .. further,
            ]
        );
        List<string> lines = [];
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            lines.Add(line);
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"redis-server did not start: {string.Join('\n', lines)}");
    }

    /// <summary>Ends it on the spot.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        _process.Dispose();
        _process = null;
    }

    /// <summary>Lets it stand still, with its connections open.</summary>
    public void Freeze() => UnixSignal.Send(_process!, Signals.Stop);

    public void Thaw() => UnixSignal.Send(_process!, Signals.Continue);

    /// <summary>Asks it as an operator does.</summary>
    public async Task<RedisResult> AskAsync(string command, params object[] arguments)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(
            $"127.0.0.1:{Port},allowAdmin=true,connectTimeout=5000"
        );
        return await connection.GetDatabase().ExecuteAsync(command, arguments);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        _folder.Dispose();
    }
}
