using System.Diagnostics;
using NotebookEngine.Execution;

namespace NotebookEngine.Tests.Sessions;

/// <summary>Weighs the process, so no other test runs beside it.</summary>
[CollectionDefinition(nameof(GrowthTests), DisableParallelization = true)]
public sealed class WithoutOthers;

/// <summary>A session may go on for a day: what it keeps of a cell is the compiled cell, and little more.</summary>
[Collection(nameof(GrowthTests))]
public sealed class GrowthTests(Engine engine)
{
    private const int WarmUp = 50;
    private const int Cells = 400;

    // A cell's assembly, syntax and symbols weigh about 80 kB. What grows with the cells before, as the references did
    // that each cell once repeated, weighs 6,000 kB a cell after a thousand of them, and more than 1,000 kB on average here.
    private const long MostBytesPerCell = 250_000;

    // The pool may add a few of its own; a thread a cell would be hundreds.
    private const int MostNewThreads = 20;

    [Fact]
    public async Task Hundreds_of_cells_cost_no_thread_and_a_bounded_heap()
    {
        using var session = engine.Open(AppContext.BaseDirectory);
        await RunAsync(0, WarmUp);
        var (heap, threads) = Weigh();

        await RunAsync(WarmUp, Cells);

        var (grownHeap, grownThreads) = Weigh();
        Assert.InRange(grownThreads, 0, threads + MostNewThreads);
        Assert.InRange((grownHeap - heap) / (Cells - WarmUp), long.MinValue, MostBytesPerCell);

        async Task RunAsync(int first, int end)
        {
            for (var n = first; n < end; n++)
            {
                var source = $"var v{n} = {n};\nfor (var i = 0; i < 3; i++) v{n} += i;\nv{n}";
                Assert.Null(await session.ExecuteAsync(new CellExecution($"In [{n}]", source, _ => { })));
            }
        }
    }

    private static (long Heap, int Threads) Weigh()
    {
        using var process = Process.GetCurrentProcess();
        return (GC.GetTotalMemory(forceFullCollection: true), process.Threads.Count);
    }
}
