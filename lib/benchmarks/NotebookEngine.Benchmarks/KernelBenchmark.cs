using System.Diagnostics;
using System.Text.Json.Nodes;
using NotebookEngine.Tests.Kernel.Lifetime;

namespace NotebookEngine.Benchmarks;

/// <summary>Launches kernels from a copy of the engine, one after the other, and uses each as a front end does.</summary>
internal sealed class KernelBenchmark(string copy, string folder)
{
    private const int WarmingCells = 20;
    private const int Cells = 80;
    private const int WarmCompletions = 20;

    private static readonly TimeSpan Limit = LaunchedKernel.Limit;

    // A copy whose kernel knows no completion does not answer at all.
    private static readonly TimeSpan CompletionLimit = TimeSpan.FromSeconds(20);

    public KernelFigures LaunchOne()
    {
        var started = Stopwatch.GetTimestamp();
        using var kernel = LaunchedKernel.Start(Path.Combine(copy, "NotebookEngine.dll"), folder);
        kernel.FrontEnd.OnShell("kernel_info_request", []);
        kernel.FrontEnd.NextReply("kernel_info_reply", Limit);
        var answering = Since(started);
        kernel.RunUntilOutput("Console.WriteLine(\"Hello\");");
        var firstOutput = Since(started);
        var processor = kernel.Process.TotalProcessorTime.TotalMilliseconds;
        kernel.FrontEnd.NextReply("execute_reply", Limit);
        var memoryAtStart = WorkingSet(kernel.Process);
        var cells = Times(WarmingCells + Cells, number => kernel.Run($"var value = {number}; value + 1"));
        var memoryAtEnd = WorkingSet(kernel.Process);
        var completions = Completions(kernel.FrontEnd);
        kernel.FrontEnd.OnControl("shutdown_request", new JsonObject { ["restart"] = false });
        kernel.Process.WaitForExit(Limit);
        return new KernelFigures
        {
            Answering = answering,
            FirstOutput = firstOutput,
            ProcessorUntilFirstOutput = processor,
            WarmCells = cells[WarmingCells..],
            FirstCompletion = completions is [var first, ..] ? first : null,
            WarmCompletion = completions is [_, .. var warm] ? warm.Min() : null,
            MemoryAtStart = memoryAtStart,
            MemoryAtEnd = memoryAtEnd,
        };
    }

    private static List<double> Completions(FrontEnd frontEnd)
    {
        try
        {
            return Times(
                1 + WarmCompletions,
                _ =>
                {
                    frontEnd.OnShell(
                        "complete_request",
                        new JsonObject { ["code"] = "value.ToS", ["cursor_pos"] = "value.ToS".Length }
                    );
                    frontEnd.NextReply("complete_reply", CompletionLimit);
                }
            );
        }
        catch (TimeoutException)
        {
            return [];
        }
    }

    private static List<double> Times(int count, Action<int> action)
    {
        var times = new List<double>(count);
        for (var number = 0; number < count; number++)
        {
            var started = Stopwatch.GetTimestamp();
            action(number);
            times.Add(Since(started));
        }

        return times;
    }

    private static double WorkingSet(Process process)
    {
        process.Refresh();
        return process.WorkingSet64 / (1024.0 * 1024);
    }

    private static double Since(long started) => Stopwatch.GetElapsedTime(started).TotalMilliseconds;
}
