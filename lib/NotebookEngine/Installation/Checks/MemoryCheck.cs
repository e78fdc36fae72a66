using NotebookEngine.Limits;

namespace NotebookEngine.Installation.Checks;

/// <summary>A process may use as much memory as a run of notebooks takes: one that takes more is killed without a word.</summary>
/// <param name="megabytes">What this process may use.</param>
internal sealed class MemoryCheck(long megabytes) : ICheck
{
    private const string Subject = "memory";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>([Judge()]);

    private Finding Judge() =>
        megabytes switch
        {
            < MemoryLimit.Least => Finding.Problem(
                Subject,
                $"a process may use {megabytes} MB; one that runs a notebook takes up to {MemoryLimit.Least} MB, and is killed without a word",
                MemoryLimit.Remedy
            ),
            < MemoryLimit.Enough => Finding.Warning(
                Subject,
                $"a process may use {megabytes} MB: enough for one notebook; many in one run take up to {MemoryLimit.Enough} MB, and are killed without a word",
                MemoryLimit.Remedy
            ),
            _ => Finding.Ok(Subject, $"a process may use {megabytes} MB"),
        };
}
