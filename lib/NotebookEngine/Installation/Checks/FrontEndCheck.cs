namespace NotebookEngine.Installation.Checks;

/// <summary>Which kernel a front end starts for a notebook that asks for <c>.net-csharp</c>: the first of that name counts.</summary>
/// <param name="subject">The front end.</param>
/// <param name="inOrder">The kernelspecs that it sees, in its order.</param>
/// <param name="takesLanguage">Whether it takes another C# kernel where there is none of that name.</param>
/// <param name="install">What a person types to install the kernel.</param>
internal sealed class FrontEndCheck(
    string subject,
    IReadOnlyList<FoundKernelspec> inOrder,
    bool takesLanguage,
    InstallAdvice install
) : ICheck
{
    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>([Judge()]);

    private Finding Judge()
    {
        var picked =
            inOrder.FirstOrDefault(kernelspec => kernelspec.Name == InstallPlace.KernelName)
            ?? (takesLanguage ? inOrder.FirstOrDefault(kernelspec => kernelspec.IsCSharp) : null);
        return picked switch
        {
            null => Finding.Problem(subject, "finds no kernel for C# notebooks", $"install it: {install.ForUser}"),
            { Missing: not [] } => Finding.Problem(
                subject,
                $"will try to start {picked.Folder}, which cannot start",
                $"install this engine's: {install.Again(picked)}{(picked.IsOurs ? "" : " --force")}"
            ),
            { IsOurs: true } => Finding.Ok(subject, $"will start {picked.Folder}, this engine"),
            _ => Finding.Warning(
                subject,
                $"will start {picked.Folder}, which is not this engine but {picked.Whose}",
                $"to have this engine here: {install.InWorkspace}, or choose it in the list of kernels"
            ),
        };
    }
}
