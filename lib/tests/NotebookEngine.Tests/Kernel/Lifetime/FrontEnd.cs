using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;

namespace NotebookEngine.Tests.Kernel.Lifetime;

/// <summary>A front end of the plainest kind: it asks, and reads what comes until it has what it waits for.</summary>
internal sealed class FrontEnd : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    // What an ended kernel sent may still lie in a buffer of this machine; only a failing test waits for so long.
    private static readonly TimeSpan LastLook = TimeSpan.FromSeconds(10);

    private readonly string _key;
    private readonly Func<string?> _end;
    private readonly DealerSocket _shell = new();
    private readonly DealerSocket _control = new();
    private readonly SubscriberSocket _everybody = new();

    /// <param name="ports">Where the kernel listens.</param>
    /// <param name="end">How the kernel has ended, null while it runs: from an ended one nothing more is awaited.</param>
    public FrontEnd(KernelPorts ports, Func<string?>? end = null)
    {
        _key = ports.Key;
        _end = end ?? (() => null);
        foreach (
            var (socket, address) in new (NetMQSocket, string)[]
            {
                (_shell, ports.Shell),
                (_control, ports.Control),
                (_everybody, ports.IoPub),
            }
        )
        {
            socket.Options.Linger = TimeSpan.Zero;
            // The kernel may not listen yet.
            socket.Options.ReconnectInterval = TimeSpan.FromMilliseconds(10);
            socket.Connect(address);
        }

        _everybody.SubscribeToAnyTopic();
    }

    public void OnShell(string type, JsonObject content) => Send(_shell, type, content);

    public void OnControl(string type, JsonObject content) => Send(_control, type, content);

    public void Execute(string code) =>
        OnShell(
            "execute_request",
            new JsonObject
            {
                ["code"] = code,
                ["silent"] = false,
                ["store_history"] = true,
            }
        );

    /// <summary>The content of the next message of that type to everybody; those before it are dropped.</summary>
    public JsonObject NextHeard(string type, TimeSpan limit) => Next(_everybody, type, limit);

    public JsonObject NextReply(string type, TimeSpan limit) => Next(_shell, type, limit);

    public JsonObject NextControlReply(string type, TimeSpan limit) => Next(_control, type, limit);

    /// <summary>Asks until the kernel answers and is heard: what is published before a subscription has arrived is lost.</summary>
    public void WaitUntilHeard(TimeSpan limit)
    {
        OnShell("kernel_info_request", []);
        NextReply("kernel_info_reply", limit);
        while (!HearsStatus())
        {
            OnShell("kernel_info_request", []);
            NextReply("kernel_info_reply", limit);
        }
    }

    public void Dispose()
    {
        _shell.Dispose();
        _control.Dispose();
        _everybody.Dispose();
    }

    private bool HearsStatus()
    {
        NetMQMessage? heard = null;
        return _everybody.TryReceiveMultipartMessage(TimeSpan.FromMilliseconds(50), ref heard);
    }

    private void Send(DealerSocket socket, string type, JsonObject content)
    {
        var header = new JsonObject
        {
            ["msg_id"] = Guid.NewGuid().ToString("N"),
            ["session"] = "front end",
            ["username"] = "",
            ["date"] = "2026-01-01T00:00:00Z",
            ["msg_type"] = type,
            ["version"] = "5.3",
        };
        string[] parts = [header.ToJsonString(), "{}", "{}", content.ToJsonString()];
        var signature = Convert.ToHexStringLower(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(_key), Encoding.UTF8.GetBytes(string.Concat(parts)))
        );
        socket.SendMultipartMessage(
            new NetMQMessage(
                new[] { "<IDS|MSG>", signature }.Concat(parts).Select(part => new NetMQFrame(part, Encoding.UTF8))
            )
        );
    }

    private JsonObject Next(NetMQSocket socket, string type, TimeSpan limit)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < limit)
        {
            // Asked before the sockets are read: what comes before the end is read after it was seen.
            var end = _end();
            NetMQMessage? message = null;
            while (socket.TryReceiveMultipartMessage(end is null ? Look : LastLook, ref message))
            {
                var parts = message!.Select(frame => frame.ConvertToString(Encoding.UTF8)).ToList();
                var start = parts.IndexOf("<IDS|MSG>") + 2;
                if ((string?)JsonNode.Parse(parts[start])!["msg_type"] == type)
                {
                    return JsonNode.Parse(parts[start + 3])!.AsObject();
                }
            }

            if (end is not null)
            {
                throw new InvalidOperationException($"no {type} came, and the kernel has ended: {end}");
            }
        }

        throw new TimeoutException($"no {type} came within {limit}");
    }
}
