using System.Diagnostics;
using NotebookEngine.Tests.Kernel.Lifetime;
using Ratios.Results;

namespace Ratios.Engine;

/// <summary>The first output of the kernel as it is installed, compiled ahead of time, against that of .NET Interactive.</summary>
internal sealed class KernelRatios(Effort effort)
{
    private static readonly Comparison FirstOutputs = new(
        "notebook engine",
        "first output of the installed kernel",
        ".NET Interactive",
        "ms of the kernel's processor time",
        Goal.CostAtMost(0.3)
    );

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public Task MeasureAsync() => effort.MeasureAsync(FirstOutputs, Pairs);

    private IReadOnlyList<Pair> Pairs()
    {
        MissingHereException.ThrowIf(Checkout.MissingPeer);
        using var ours = new JupyterFolder();
        using var peer = new JupyterFolder();
        peer.AddDotNetInteractive();
        EndedProgram.ProcessorMilliseconds(["dotnet", Checkout.Engine, "install"], Checkout.Root, ours.Environment);
        return Interleaved.Pairs(effort.Launches, () => FirstOutput(ours), () => FirstOutput(peer));
    }

    private static double FirstOutput(JupyterFolder folder)
    {
        var ports = new KernelPorts();
        var file = folder.At($"kernel-{ports.ShellPort}.json");
        File.WriteAllText(file, ports.ToConnectionFile());
        var arguments = folder.Arguments.Select(argument => argument == "{connection_file}" ? file : argument).ToList();
        var start = new ProcessStartInfo(arguments[0], arguments.Skip(1))
        {
            WorkingDirectory = folder.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in folder.Environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            using var frontEnd = new FrontEnd(ports);
            frontEnd.WaitUntilHeard(Limit);
            frontEnd.Execute("Console.WriteLine(\"Hello\");");
            frontEnd.NextHeard("stream", Limit);
            process.Refresh();
            return process.TotalProcessorTime.TotalMilliseconds;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
    }
}
