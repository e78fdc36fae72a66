using System.Net;
using System.Net.Sockets;
using NotebookEngine.Tests.CommandLine;

namespace NotebookEngine.Tests.Kernel.Life;

/// <summary>A kernel that cannot be served says why in one line, and exits 2.</summary>
public sealed class KernelStartTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_a_connection_file() =>
        await AssertRefusedAsync($"Could not find file '{_folder.File("kernel.json")}'.");

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task With_a_file_that_is_no_connection_file(string text)
    {
        _folder.Write("kernel.json", text);

        await AssertRefusedAsync();
    }

    [Fact]
    public async Task With_a_file_that_may_not_be_read()
    {
        // A folder in the file's place is refused to everybody, the system's administrator among them.
        Directory.CreateDirectory(_folder.File("kernel.json"));

        await AssertRefusedAsync($"Access to the path '{_folder.File("kernel.json")}' is denied.");
    }

    [Fact]
    public async Task Over_another_transport()
    {
        _folder.Write("kernel.json", new KernelPorts().ToConnectionFile(transport: "ipc"));

        await AssertRefusedAsync("transport is 'ipc', and this kernel speaks tcp alone");
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.0.2.1")]
    public async Task On_an_address_that_others_reach(string ip)
    {
        _folder.Write("kernel.json", new KernelPorts().ToConnectionFile(ip));

        await AssertRefusedAsync(
            $"ip is '{ip}', and this kernel listens on this machine's loopback alone, such as 127.0.0.1"
        );
    }

    [Fact]
    public async Task On_a_port_that_is_taken()
    {
        var ports = new KernelPorts();
        using var other = new TcpListener(IPAddress.Loopback, ports.ShellPort) { ExclusiveAddressUse = true };
        other.Start();
        _folder.Write("kernel.json", ports.ToConnectionFile());

        await AssertRefusedAsync("one of its ports cannot be listened on: ");
    }

    private async Task AssertRefusedAsync(string reason = "")
    {
        var (exitCode, lines, errors) = await EngineProcess.RunAsync(_folder.Path, "kernel", "kernel.json");

        Assert.Equal(2, exitCode);
        Assert.Empty(lines);
        var error = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"connection file {_folder.File("kernel.json")}: {reason}", error);
    }
}
