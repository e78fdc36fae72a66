using System.Globalization;
using NotebookEngine.Outputs;
using NotebookEngine.Sessions;

namespace NotebookEngine.Kernel;

/// <summary>The notebook session that a kernel serves, and the cell that is running in it.</summary>
internal sealed class KernelSession(NotebookSession session)
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _running;
    private volatile CellHost? _host;
    private int _count;

    /// <summary>The number of cells that were run and counted.</summary>
    internal int ExecutionCount => _count;

    internal NotebookSession Notebook => session;

    internal int CountOne() => ++_count;

    /// <returns>Why the cell failed, or null.</returns>
    internal async Task<CellFailure?> ExecuteAsync(
        int count,
        string code,
        CellHost host,
        CancellationToken cancellationToken
    )
    {
        using var running = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        lock (_gate)
        {
            _running = running;
            _host = host;
        }

        try
        {
            return await session.ExecuteAsync(
                string.Create(CultureInfo.InvariantCulture, $"In [{count}]"),
                code,
                host,
                running.Token
            );
        }
        finally
        {
            lock (_gate)
            {
                _running = null;
                _host = null;
            }
        }
    }

    /// <summary>Stops the running cell, as far as .NET allows; without one it does nothing.</summary>
    internal void Interrupt()
    {
        lock (_gate)
        {
            _running?.Cancel();
        }
    }

    /// <summary>Fails the running cell for what its own flow does not show; without one it does nothing.</summary>
    internal void Fail(CellFailure failure) => _host?.Stray(failure);
}
