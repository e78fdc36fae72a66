using NotebookEngine.Outputs;
using NotebookEngine.Sessions;

namespace NotebookEngine.Tests.Sessions;

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

    internal List<CellFailure> Strays { get; } = [];

    internal string Folder => _folder.Path;

    private readonly List<CellOutput> _shown = [];

    /// <summary>Runs a cell to its end.</summary>
    internal Task<CellFailure?> RunAsync(string source) =>
        _session.ExecuteAsync($"In [{++_count}]", source, Host(() => { }), TestContext.Current.CancellationToken);

    /// <summary>Runs a cell, and interrupts it when it has written "ready".</summary>
    internal async Task<CellFailure> InterruptAsync(string source)
    {
        using var interrupt = new CancellationTokenSource();
        var failure = await _session
            .ExecuteAsync($"In [{++_count}]", source, Host(interrupt.Cancel), interrupt.Token)
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.True(interrupt.IsCancellationRequested, $"the cell ended before it was ready: {failure}");
        return failure!;
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private CellHost Host(Action whenReady) => new(output => Take(output, whenReady), Strays.Add);

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
