using ClientAuth.Lab.Exercises;
using ClientAuth.Visuals;

namespace ClientAuth.Lab;

/// <summary>Answers of another type than the stub's: their cell compiles and runs, so that the check in it can say what is wrong.</summary>
public sealed partial class LessonLab
{
    /// <summary>Takes an answer of another type than the stub's, and sends nothing.</summary>
    /// <returns>That nothing was sent.</returns>
    public Task<View> SendMendedAsync(object? other) => NothingSent(other);

    /// <inheritdoc cref="SendMendedAsync(object?)"/>
    public Task<View> SendDeployedAsync(object? other) => NothingSent(other);

    /// <inheritdoc cref="SendMendedAsync(object?)"/>
    public Task<View> SendLieAsync(object? other) => NothingSent(other);

    /// <inheritdoc cref="SendMendedAsync(object?)"/>
    public Task<View> SendOrderedAsync(object? other) => NothingSent(other);

    /// <inheritdoc cref="SendMendedAsync(object?)"/>
    public Task<View> RegisterMendedAsync(object? other) => NothingSent(other);

    /// <inheritdoc cref="SendMendedAsync(object?)"/>
    public Task<View> RunRunbookAsync(object? other) => NothingSent(other);

    private static Task<View> NothingSent(object? other) =>
        Task.FromResult<View>(
            new FactsView(
                "Nothing was sent",
                (
                    "why",
                    $"the variable has the type {(other is null ? "of null" : TypeInCSharp.Of(other.GetType()))}, the stub another"
                )
            )
        );
}
