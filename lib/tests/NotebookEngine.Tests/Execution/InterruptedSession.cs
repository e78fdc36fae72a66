using NotebookEngine.Execution;
using NotebookEngine.Outputs;
using NotebookEngine.Sessions;

namespace NotebookEngine.Tests.Execution;

/// <summary>A session whose cells are interrupted as soon as they write "ready" to the console.</summary>
internal sealed class InterruptedSession(Engine engine) : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly NotebookSession _session = engine.Open(AppContext.BaseDirectory);
    private readonly Lock _gate = new();
    private string _printed = "";
    private int _count;

    internal NotebookSession Session => _session;

    internal string Printed
    {
        get
        {
            lock (_gate)
            {
                return _printed;
            }
        }
    }

    internal IReadOnlyList<CellOutput> Shown => [.. _shown];

    /// <summary>What failed outside of the cells' own flow: a session puts out no other failure.</summary>
    internal IEnumerable<CellOutput> Strays => _shown.OfType<CellOutput.Failed>();

    internal string Folder => _folder.Path;

    private readonly List<CellOutput> _shown = [];

    /// <summary>Runs a cell to its end.</summary>
    internal Task<CellFailure?> RunAsync(string source) =>
        _session.ExecuteAsync(new CellExecution($"In [{++_count}]", source, output => Take(output, () => { })));

    /// <summary>Runs a cell, and interrupts it when it has written "ready".</summary>
    internal async Task<CellFailure> InterruptAsync(string source)
    {
        CellExecution? cell = null;
        cell = new CellExecution($"In [{++_count}]", source, output => Take(output, () => cell!.Interrupt()));
        var failure = await _session
            .ExecuteAsync(cell)
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.True(cell.Interrupted.IsCancellationRequested, $"the cell ended before it was ready: {failure}");
        return failure!;
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private void Take(CellOutput output, Action whenReady)
    {
        if (output is not CellOutput.Printed printed)
        {
            _shown.Add(output);
            return;
        }

        if (printed.Text.Trim() == "ready")
        {
            whenReady();
            return;
        }

        lock (_gate)
        {
            _printed += printed.Text;
        }
    }
}
