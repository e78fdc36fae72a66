namespace ClientAuth.Lab.Rotation;

/// <summary>Something that the operator does on a day of the year, before the first request of that day.</summary>
internal sealed record OperatorsStep(int Day, Func<CancellationToken, Task> DoAsync)
{
    public OperatorsStep(int day, Action action)
        : this(day, _ => Done(action)) { }

    private static Task Done(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}
