using System.Net;
using System.Net.Sockets;
using NotebookEngine.Kernel;
using NotebookEngine.Kernel.Wire;
using NotebookEngine.Tests.CommandLine;

namespace NotebookEngine.Tests.Kernel.Lifetime;

/// <summary>A kernel that cannot be served says why in one line, and its process exits 2.</summary>
public sealed class KernelStartTests(Engine engine) : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // A process of its own: how the program ends, and that the reason is all that it says.
    [Fact]
    public async Task Without_a_connection_file_the_process_says_so_and_exits_2()
    {
        var (exitCode, lines, errors) = await EngineProcess.RunAsync(_folder.Path, "kernel", "kernel.json");

        Assert.Equal(2, exitCode);
        Assert.Empty(lines);
        var error = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith(
            $"connection file {_folder.File("kernel.json")}: Could not find file '{_folder.File("kernel.json")}'.",
            error
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    public void With_a_file_that_is_no_connection_file(string text)
    {
        _folder.Write("kernel.json", text);

        AssertRefused();
    }

    [Fact]
    public void With_a_file_that_may_not_be_read()
    {
        // A folder in the file's place is refused to everybody, the system's administrator among them.
        Directory.CreateDirectory(_folder.File("kernel.json"));

        AssertRefused($"Access to the path '{_folder.File("kernel.json")}' is denied.");
    }

    [Fact]
    public void Over_another_transport()
    {
        _folder.Write("kernel.json", new KernelPorts().ToConnectionFile(transport: "ipc"));

        AssertRefused("transport is 'ipc', and this kernel speaks tcp alone");
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.0.2.1")]
    public void On_an_address_that_others_reach(string ip)
    {
        _folder.Write("kernel.json", new KernelPorts().ToConnectionFile(ip));

        AssertRefused($"ip is '{ip}', and this kernel listens on this machine's loopback alone, such as 127.0.0.1");
    }

    [Fact]
    public void On_a_port_that_is_taken()
    {
        var ports = new KernelPorts();
        using var other = new TcpListener(IPAddress.Loopback, ports.ShellPort) { ExclusiveAddressUse = true };
        other.Start();
        _folder.Write("kernel.json", ports.ToConnectionFile());

        AssertRefused("one of its ports cannot be listened on: ");
    }

    private void AssertRefused(string reason = "")
    {
        using var log = new StringWriter();
        var kernel = new JupyterKernel(engine.Sessions, TimeProvider.System, log);

        var problem = Assert.Throws<ConnectionFileException>(() =>
            kernel.Run(_folder.File("kernel.json"), _folder.Path, TestContext.Current.CancellationToken)
        );

        Assert.Empty(log.ToString());
        var error = Assert.Single(problem.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"connection file {_folder.File("kernel.json")}: {reason}", error);
    }
}
