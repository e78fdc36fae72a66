using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using NotebookEngine.Compiling;
using NotebookEngine.Execution;
using NotebookEngine.Sessions;
using Ratios.Results;

namespace Ratios.Engine;

/// <summary>A warm cell, and the memory of a session that is open, against bare Roslyn scripting with the same references.</summary>
internal sealed class CellRatios(Effort effort)
{
    private const int CellsPerRound = 20;
    private const int Sessions = 10;
    private const double Megabyte = 1024 * 1024;

    private static readonly Comparison WarmCell = Compare("a warm cell", "ms of processor time", Goal.CostAtMost(1.3));
    private static readonly Comparison OpenSession = Compare(
        "memory of an open session with one cell",
        "MiB of heap",
        Goal.None
    );

    private readonly CellReferences _references = CellReferences.OfThisProcess();

    public async Task MeasureAsync()
    {
        using var factory = new SessionFactory(TimeProvider.System);
        await effort.MeasureAsync(WarmCell, () => CellsAsync(factory));
        await effort.MeasureAsync(OpenSession, () => MemoryAsync(factory));
    }

    private static Comparison Compare(string name, string unit, Goal goal) =>
        new("notebook engine", name, "bare Roslyn scripting", unit, goal);

    private static string Cell(int number) =>
        FormattableString.Invariant($"var value{number} = Enumerable.Range(0, {number}).Sum(); value{number} + 1");

    private async Task<IReadOnlyList<Pair>> CellsAsync(SessionFactory factory)
    {
        var pairs = new List<Pair>();
        for (var round = 0; round <= effort.Rounds; round++)
        {
            using var session = factory.Open(AppContext.BaseDirectory);
            ScriptState? state = null;
            double ours = 0;
            double bare = 0;
            for (var cell = 0; cell < CellsPerRound; cell++)
            {
                // The first of a session reads the metadata.
                var counts = cell > 0;
                var before = Environment.CpuUsage.TotalTime;
                await RunAsync(session, cell);
                var between = Environment.CpuUsage.TotalTime;
                state = await RunAsync(state, cell);
                ours += counts ? (between - before).TotalMilliseconds : 0;
                bare += counts ? (Environment.CpuUsage.TotalTime - between).TotalMilliseconds : 0;
            }

            if (round > 0)
            {
                pairs.Add(new Pair(ours / (CellsPerRound - 1), bare / (CellsPerRound - 1)));
            }
        }

        return pairs;
    }

    private async Task<IReadOnlyList<Pair>> MemoryAsync(SessionFactory factory)
    {
        var before = Heap();
        var sessions = new List<NotebookSession>();
        for (var number = 0; number < Sessions; number++)
        {
            sessions.Add(factory.Open(AppContext.BaseDirectory));
            await RunAsync(sessions[^1], number);
        }

        var between = Heap();
        var states = new List<ScriptState>();
        for (var number = 0; number < Sessions; number++)
        {
            states.Add(await RunAsync(state: null, number));
        }

        var after = Heap();
        sessions.ForEach(session => session.Dispose());
        GC.KeepAlive(states);
        return [new Pair((between - before) / Sessions, (after - between) / Sessions)];
    }

    private static double Heap()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true) / Megabyte;
    }

    private static async Task RunAsync(NotebookSession session, int number)
    {
        var execution = new CellExecution(FormattableString.Invariant($"cell-{number}"), Cell(number), _ => { });
        if (await session.ExecuteAsync(execution) is { } failure)
        {
            throw new InvalidOperationException(failure.ToString());
        }
    }

    private async Task<ScriptState> RunAsync(ScriptState? state, int number) =>
        state is null
            ? await CSharpScript.RunAsync<object>(
                Cell(number),
                ScriptOptions
                    .Default.WithLanguageVersion(LanguageVersion.CSharp14)
                    .WithImports("System", "System.Linq", "System.Collections.Generic", "System.Threading.Tasks")
                    .WithReferences(_references.Assemblies)
            )
            : await state.ContinueWithAsync<object>(Cell(number));
}
