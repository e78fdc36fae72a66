using System.Diagnostics;
using System.Globalization;

namespace NotebookEngine.Tests.Kernel;

/// <summary>A kernel that runs for days must not grow by more than what its cells leave in the session.</summary>
public sealed class LongSessionTests(ITestOutputHelper output) : IDisposable
{
    private const int WarmUp = 100;
    private const int Cells = 300;

    // A submission stays for as long as the session: its compiled assembly, the symbols by which later cells see it, its
    // text. Measured: 85 KB, as much for the 200th cell as for the 2000th. What the kernel itself keeps, the text in the
    // history and a signature, is a hundredth of that; a compilation's working set would be many times as much.
    private const long MostBytesPerCell = 120_000;

    private readonly KernelOnItsOwn _kernel = KernelOnItsOwn.Start();

    public void Dispose() => _kernel.Dispose();

    [Fact]
    public void Hundreds_of_cells_leave_no_thread_no_handle_and_little_memory_behind()
    {
        RunCells(WarmUp);
        var before = Measure();
        var started = Stopwatch.GetTimestamp();
        RunCells(Cells);
        output.WriteLine($"{Stopwatch.GetElapsedTime(started) / Cells} a cell");
        var after = Measure();

        output.WriteLine($"{before} {after}: {(after.Heap - before.Heap) / Cells} bytes a cell");
        Assert.InRange((after.Heap - before.Heap) / Cells, long.MinValue, MostBytesPerCell);
        // The pool and the garbage collector have some more or fewer as they please.
        Assert.InRange(after.Threads - before.Threads, int.MinValue, 8);
        Assert.InRange(after.Handles - before.Handles, int.MinValue, 16);
    }

    private void RunCells(int count)
    {
        for (var n = 0; n < count; n++)
        {
            var (reply, published) = _kernel.Client.Execute(
                $"Console.WriteLine({n});\nvar v{n % 10} = {n};\nv{n % 10}"
            );
            Assert.Equal("ok", reply.Status);
            Assert.Equal(
                ["status", "execute_input", "stream", "execute_result", "status"],
                published.Select(message => message.Type)
            );
        }
    }

    private (long Heap, int Threads, int Handles) Measure()
    {
        var (_, published) = _kernel.Client.Execute(
            """
            using (var process = System.Diagnostics.Process.GetCurrentProcess())
                Console.Write($"{GC.GetTotalMemory(true)} {process.Threads.Count} {process.HandleCount}");
            """
        );
        var numbers = published[2].Content["text"]!.GetValue<string>().Split(' ');
        return (
            long.Parse(numbers[0], CultureInfo.InvariantCulture),
            int.Parse(numbers[1], CultureInfo.InvariantCulture),
            int.Parse(numbers[2], CultureInfo.InvariantCulture)
        );
    }
}
