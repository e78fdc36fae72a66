namespace NotebookEngine.Installation.Checks;

/// <summary>Every kernelspec that some front end sees, in the order of the search.</summary>
internal sealed class KernelspecsCheck(IReadOnlyList<FoundKernelspec> found, InstallAdvice install) : ICheck
{
    private const string Subject = "kernelspec";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>([.. found.Select(Judge)]);

    private Finding Judge(FoundKernelspec kernelspec) =>
        kernelspec switch
        {
            { Unreadable: { } why } => Finding.Warning(
                Subject,
                $"{kernelspec.Folder}: cannot be read: {why}",
                "mend the file, or remove the folder"
            ),
            { Missing: [var missing, ..] } when kernelspec.IsOurs => Finding.Problem(
                Subject,
                $"{Describe(kernelspec)}; it cannot start: {missing} is not there",
                $"install again: {install.Again(kernelspec)}"
            ),
            { Missing: [var missing, ..] } => Finding.Warning(
                Subject,
                $"{Describe(kernelspec)}; it cannot start: {missing} is not there",
                "install that kernel again, or remove the folder"
            ),
            _ => Finding.Ok(Subject, Describe(kernelspec)),
        };

    private static string Describe(FoundKernelspec kernelspec) =>
        $"{kernelspec.Folder}: '{kernelspec.Spec!.DisplayName}', language {kernelspec.Spec.Language}, {kernelspec.Whose}";
}
