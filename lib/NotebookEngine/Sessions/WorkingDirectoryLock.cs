namespace NotebookEngine.Sessions;

/// <summary>
/// Lends the process's working directory. Notebooks of one folder run together, and folders take turns in the order of asking.
/// </summary>
internal sealed class WorkingDirectoryLock
{
    private readonly Lock _gate = new();
    private readonly LinkedList<Waiting> _queue = new();
    private readonly string _original = Directory.GetCurrentDirectory();
    private string? _folder;
    private int _inside;

    /// <summary>Waits until <paramref name="folder"/> is the working directory; it is until the result is disposed.</summary>
    internal async Task<IDisposable> EnterAsync(string folder, CancellationToken cancellationToken)
    {
        var waiting = new Waiting(folder);
        lock (_gate)
        {
            _queue.AddLast(waiting);
            LetIn();
        }

        await using (cancellationToken.Register(() => GiveUp(waiting, cancellationToken)))
        {
            await waiting.Admitted.Task;
        }

        return new Turn(this);
    }

    private void LetIn()
    {
        while (_queue.First is { Value: var next } && (_inside == 0 || next.Folder == _folder))
        {
            _queue.RemoveFirst();
            try
            {
                Directory.SetCurrentDirectory(next.Folder);
            }
            catch (IOException problem)
            {
                next.Admitted.SetException(problem);
                continue;
            }

            _folder = next.Folder;
            _inside++;
            next.Admitted.SetResult();
        }
    }

    private void GiveUp(Waiting waiting, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_queue.Remove(waiting))
            {
                waiting.Admitted.SetCanceled(cancellationToken);
                LetIn();
            }
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            _inside--;
            if (_inside == 0)
            {
                Directory.SetCurrentDirectory(_original);
            }

            LetIn();
        }
    }

    private sealed record Waiting(string Folder)
    {
        // Continuations must not run inside the lock.
        internal TaskCompletionSource Admitted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Turn(WorkingDirectoryLock turns) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                turns.Leave();
            }
        }
    }
}
