using System.Diagnostics;
using NotebookEngine.CommandLine;

namespace NotebookEngine.Tests.Kernel;

/// <summary>A kernel in a process of its own, as a front end starts it, and a client that has reached it.</summary>
internal sealed class KernelOnItsOwn : IDisposable
{
    private const int PortTaken = 2;

    private readonly TempFolder _folder = new();
    private readonly List<string> _log = [];
    private Process _process = null!;

    private KernelOnItsOwn() { }

    internal WireConnection Connection { get; private set; } = null!;

    internal WireClient Client { get; private set; } = null!;

    internal bool IsAlive => !_process.HasExited;

    internal IReadOnlyList<string> Log
    {
        get
        {
            lock (_log)
            {
                return [.. _log];
            }
        }
    }

    internal static KernelOnItsOwn Start()
    {
        var kernel = new KernelOnItsOwn();
        while (!kernel.TryStart()) { }

        return kernel;
    }

    public void Dispose()
    {
        Client.Dispose();
        if (IsAlive)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        _folder.Dispose();
    }

    // A port that was free may be taken when it is wanted.
    private bool TryStart()
    {
        Connection = WireConnection.Create();
        var program = typeof(EngineCommand).Assembly.Location;
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        _process = Process.Start(
            new ProcessStartInfo(host, [program, "kernel", Connection.WriteTo(_folder)])
            {
                WorkingDirectory = _folder.Path,
                RedirectStandardInput = true,
                RedirectStandardError = true,
            }
        )!;
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_log)
            {
                if (line.Data is { } text)
                {
                    _log.Add(text);
                }
            }
        };
        _process.BeginErrorReadLine();
        Client = new WireClient(Connection);
        if (Client.TryReach(() => IsAlive))
        {
            return true;
        }

        Client.Dispose();
        Assert.Equal(PortTaken, _process.ExitCode);
        _process.Dispose();
        return false;
    }
}
