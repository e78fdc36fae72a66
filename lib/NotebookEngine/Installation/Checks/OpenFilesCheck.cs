using NotebookEngine.Limits;

namespace NotebookEngine.Installation.Checks;

/// <summary>A process may have as many files open as a run of notebooks needs.</summary>
/// <param name="limit">Of this process, or null where there is none.</param>
internal sealed class OpenFilesCheck(long? limit) : ICheck
{
    private const string Subject = "open files";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>([Judge()]);

    private Finding Judge() =>
        limit switch
        {
            null => Finding.Ok(Subject, "this system sets no limit"),
            < OpenFileLimit.Least => Finding.Problem(
                Subject,
                $"a process may have {limit} open, and one that runs a notebook needs {OpenFileLimit.Least}",
                OpenFileLimit.Remedy
            ),
            < OpenFileLimit.Enough => Finding.Warning(
                Subject,
                $"a process may have {limit} open: enough for one notebook, and perhaps not for many in one run",
                OpenFileLimit.Remedy
            ),
            _ => Finding.Ok(Subject, $"a process may have {limit} open"),
        };
}
