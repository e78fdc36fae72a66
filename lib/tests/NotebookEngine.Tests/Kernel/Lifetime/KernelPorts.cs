using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text.Json;

namespace NotebookEngine.Tests.Kernel.Lifetime;

/// <summary>Five ports that were free a moment ago, and the key, as a front end writes them into a connection file.</summary>
internal sealed class KernelPorts
{
    private readonly int[] _ports;

    public KernelPorts()
    {
        // All at once, so that no port is given twice.
        List<TcpListener> listeners = [.. Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        listeners.ForEach(listener => listener.Start());
        _ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        listeners.ForEach(listener => listener.Dispose());
    }

    public string Key { get; } = Guid.NewGuid().ToString("N");

    public string Shell => AddressOf(_ports[0]);

    public string Control => AddressOf(_ports[1]);

    public string IoPub => AddressOf(_ports[2]);

    public int ShellPort => _ports[0];

    /// <summary>Whether anybody on this machine listens on one of them.</summary>
    public bool AreListenedOn() =>
        IPGlobalProperties
            .GetIPGlobalProperties()
            .GetActiveTcpListeners()
            .Any(listener => _ports.Contains(listener.Port));

    public string ToConnectionFile(string ip = "127.0.0.1", string transport = "tcp") =>
        JsonSerializer.Serialize(
            new Dictionary<string, object>
            {
                ["shell_port"] = _ports[0],
                ["control_port"] = _ports[1],
                ["iopub_port"] = _ports[2],
                ["stdin_port"] = _ports[3],
                ["hb_port"] = _ports[4],
                ["ip"] = ip,
                ["key"] = Key,
                ["transport"] = transport,
                ["signature_scheme"] = "hmac-sha256",
                ["kernel_name"] = "",
            }
        );

    private static string AddressOf(int port) => FormattableString.Invariant($"tcp://127.0.0.1:{port}");
}
