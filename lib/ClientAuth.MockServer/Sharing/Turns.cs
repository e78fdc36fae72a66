namespace ClientAuth.MockServer.Sharing;

/// <summary>Lets one piece of work run after the other, in the order in which they came.</summary>
internal sealed class Turns
{
    private readonly Lock _lock = new();
    private Task _last = Task.CompletedTask;

    /// <summary>Runs the work when all before it has ended, well or not.</summary>
    public async ValueTask<T> TakeAsync<T>(Func<ValueTask<T>> work)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before;
        lock (_lock)
        {
            (before, _last) = (_last, ended.Task);
        }

        await before;
        try
        {
            return await work();
        }
        finally
        {
            ended.SetResult();
        }
    }
}
