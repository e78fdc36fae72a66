using System.Diagnostics;
using System.Text.Json.Nodes;

namespace NotebookEngine.Tests.Kernel.Lifetime;

/// <summary>A kernel in a process of its own, as a front end starts it; killed with the test that forgets it.</summary>
internal sealed class LaunchedKernel : IDisposable
{
    /// <summary>More than a loaded machine needs; a test that waits for so long has failed.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly Task<string> _errors;

    private LaunchedKernel(Process process, KernelPorts ports)
    {
        Process = process;
        Ports = ports;
        _errors = process.StandardError.ReadToEndAsync();
        FrontEnd = new FrontEnd(ports, End);
    }

    public Process Process { get; }

    public KernelPorts Ports { get; }

    public FrontEnd FrontEnd { get; }

    /// <param name="program">Path of NotebookEngine.dll.</param>
    /// <param name="folder">Where the kernel starts, and where the connection file is written.</param>
    public static LaunchedKernel Start(string program, string folder)
    {
        var ports = new KernelPorts();
        var file = Path.Combine(folder, $"kernel-{ports.ShellPort}.json");
        File.WriteAllText(file, ports.ToConnectionFile());
        return new LaunchedKernel(Process.Start(StartInfo(program, folder, file))!, ports);
    }

    public static ProcessStartInfo StartInfo(string program, string folder, string connectionFile) =>
        new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, "kernel", connectionFile])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

    /// <summary>Runs a cell to its end.</summary>
    public JsonObject Run(string code)
    {
        FrontEnd.Execute(code);
        return FrontEnd.NextReply("execute_reply", Limit);
    }

    /// <summary>Runs a cell until it has printed something.</summary>
    public string RunUntilOutput(string code)
    {
        FrontEnd.WaitUntilHeard(Limit);
        FrontEnd.Execute(code);
        return (string)FrontEnd.NextHeard("stream", Limit)["text"]!;
    }

    /// <summary>What the process leaves when it has ended: its exit code, and what it wrote to stderr.</summary>
    public async Task<(int ExitCode, string Errors)> EndAsync(CancellationToken cancellationToken)
    {
        await Process.WaitForExitAsync(cancellationToken).WaitAsync(Limit, cancellationToken);
        return (Process.ExitCode, await _errors);
    }

    private string? End() =>
        Process.HasExited ? $"exit code {Process.ExitCode}, {_errors.GetAwaiter().GetResult()}" : null;

    public void Dispose()
    {
        FrontEnd.Dispose();
        if (!Process.HasExited)
        {
            Process.Kill();
        }

        Process.Dispose();
    }
}
