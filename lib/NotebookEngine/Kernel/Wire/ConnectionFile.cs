using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NotebookEngine.Kernel.Wire;

/// <summary>Where a front end wants the kernel to listen, as it wrote it into a file. jupyter-client.readthedocs.io, "Connection files".</summary>
internal sealed record ConnectionFile
{
    private const string Tcp = "tcp";

    [JsonPropertyName("shell_port")]
    public required int ShellPort { get; init; }

    [JsonPropertyName("control_port")]
    public required int ControlPort { get; init; }

    [JsonPropertyName("stdin_port")]
    public required int StdinPort { get; init; }

    [JsonPropertyName("iopub_port")]
    public required int IoPubPort { get; init; }

    [JsonPropertyName("hb_port")]
    public required int HeartbeatPort { get; init; }

    [JsonPropertyName("ip")]
    public required string Ip { get; init; }

    /// <summary>What messages are signed with; empty where the front end wants no signatures.</summary>
    [JsonPropertyName("key")]
    public required string Key { get; init; }

    [JsonPropertyName("transport")]
    public string Transport { get; init; } = Tcp;

    [JsonPropertyName("signature_scheme")]
    public string SignatureScheme { get; init; } = MessageSignature.Scheme;

    /// <exception cref="ConnectionFileException">The file is missing, is no connection file, or asks for what this kernel does not do.</exception>
    internal static ConnectionFile Read(string path)
    {
        try
        {
            var connection =
                JsonSerializer.Deserialize<ConnectionFile>(File.ReadAllBytes(path))
                ?? throw new ConnectionFileException(path, "it holds null instead of an object");
            connection.Check(path);
            return connection;
        }
        catch (JsonException problem)
        {
            throw new ConnectionFileException(path, problem.Message);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ConnectionFileException(path, problem.Message);
        }
    }

    /// <summary>The address of a port, as ZeroMQ writes it.</summary>
    internal string AddressOf(int port) => FormattableString.Invariant($"tcp://{Ip}:{port}");

    private void Check(string path)
    {
        if (Transport != Tcp)
        {
            throw new ConnectionFileException(path, $"transport is '{Transport}', and this kernel speaks {Tcp} alone");
        }

        if (!IPAddress.TryParse(Ip, out var address) || !IPAddress.IsLoopback(address))
        {
            throw new ConnectionFileException(
                path,
                $"ip is '{Ip}', and this kernel listens on this machine's loopback alone, such as {IPAddress.Loopback}"
            );
        }

        if (SignatureScheme != MessageSignature.Scheme)
        {
            throw new ConnectionFileException(
                path,
                $"signature_scheme is '{SignatureScheme}', and this kernel signs with {MessageSignature.Scheme}"
            );
        }

        foreach (var port in new[] { ShellPort, ControlPort, StdinPort, IoPubPort, HeartbeatPort })
        {
            if (port is < IPEndPoint.MinPort + 1 or > IPEndPoint.MaxPort)
            {
                throw new ConnectionFileException(path, FormattableString.Invariant($"{port} is no port"));
            }
        }
    }
}

/// <summary>A connection file that the kernel cannot serve.</summary>
internal sealed class ConnectionFileException(string path, string reason)
    : Exception($"connection file {path}: {reason}");
