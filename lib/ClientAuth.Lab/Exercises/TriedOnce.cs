namespace ClientAuth.Lab.Exercises;

/// <summary>What comes of an answer, tried once for all rules that look at it.</summary>
/// <param name="tryOut">Tries an answer, for example at a server.</param>
internal sealed class TriedOnce<TAnswer, TResult>(Func<TAnswer, CancellationToken, Task<TResult>> tryOut)
    where TAnswer : class
{
    private readonly Dictionary<TAnswer, Task<TResult>> _tried = [];

    /// <summary>The result, as soon as there is one.</summary>
    public Task<TResult> OfAsync(TAnswer answer, CancellationToken cancellationToken) =>
        _tried.TryGetValue(answer, out var result) ? result : _tried[answer] = tryOut(answer, cancellationToken);
}
