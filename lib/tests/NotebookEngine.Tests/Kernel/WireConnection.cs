using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace NotebookEngine.Tests.Kernel;

/// <summary>Five ports that were free a moment ago, and a key: what a front end decides before it starts a kernel.</summary>
internal sealed record WireConnection(int Shell, int Control, int Stdin, int IoPub, int Heartbeat, string Key)
{
    internal static WireConnection Create(string? key = null)
    {
        var listeners = Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.ConvertAll(listener => ((IPEndPoint)listener.LocalEndpoint).Port);
        listeners.ForEach(listener => listener.Dispose());
        return new WireConnection(
            ports[0],
            ports[1],
            ports[2],
            ports[3],
            ports[4],
            key ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))
        );
    }

    internal string WriteTo(TempFolder folder) =>
        folder.Write(
            "connection.json",
            new JsonObject
            {
                ["transport"] = "tcp",
                ["ip"] = "127.0.0.1",
                ["shell_port"] = Shell,
                ["control_port"] = Control,
                ["stdin_port"] = Stdin,
                ["iopub_port"] = IoPub,
                ["hb_port"] = Heartbeat,
                ["key"] = Key,
                ["signature_scheme"] = "hmac-sha256",
                ["kernel_name"] = ".net-csharp",
            }.ToJsonString()
        );
}
