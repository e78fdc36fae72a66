namespace NotebookEngine.Installation;

/// <summary>
/// Makes the copy of the engine that kernels run from, so that neither a kernel is in the way of a build nor a build in that of a
/// kernel.
/// </summary>
internal sealed class CopyMaker(EngineBuild build, string dotnet, TextWriter progress, TimeProvider clock)
{
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(15);

    /// <returns>The folder of a copy that was made before and still runs a cell, or null.</returns>
    internal async Task<string?> FindAsync(CopiesFolder copies, CopyRecord wanted, CancellationToken cancellationToken)
    {
        foreach (var existing in copies.Find(wanted))
        {
            if (await ProblemOfAsync(existing, cancellationToken) is null)
            {
                return existing;
            }
        }

        return null;
    }

    /// <summary>Copies the build as it is, which takes seconds.</summary>
    /// <returns>The folder of a copy that has been seen to run a cell.</returns>
    /// <exception cref="InstallationException">The copy does not run.</exception>
    internal async Task<string> CopyAsync(CopiesFolder copies, CopyRecord wanted, CancellationToken cancellationToken)
    {
        var unfinished = copies.NewUnfinished();
        try
        {
            var made = Path.Combine(unfinished, "copy");
            FolderCopy.Copy(build.Folder, made);
            return await ProblemOfAsync(made, cancellationToken) is { } problem
                ? throw new InstallationException(
                    $"the copy of the engine does not run, and was not installed: {problem}",
                    "build anew with 'dotnet build', and try again"
                )
                : copies.Place(made, wanted);
        }
        finally
        {
            FolderCopy.TryDelete(unfinished);
        }
    }

    /// <summary>Compiles the engine ahead of time for this machine, which takes minutes.</summary>
    /// <returns>The folder of a copy that has been seen to run a cell, or why there is none, in one line.</returns>
    internal async Task<(string? Copy, string? Problem)> CompileAsync(
        CopiesFolder copies,
        CopyRecord wanted,
        CancellationToken cancellationToken
    )
    {
        if (build.Project() is not { } project)
        {
            return (null, $"the engine's project was not found above {build.Folder}");
        }

        var unfinished = copies.NewUnfinished();
        try
        {
            var made = Path.Combine(unfinished, "copy");
            var work = Path.Combine(unfinished, "build");
            var compilation = new ReadyToRunBuild(dotnet).MakeAsync(project, work, made, cancellationToken);
            var problem = await SayingSoAsync(compilation) ?? await ProblemOfAsync(made, cancellationToken);
            return problem is null ? (copies.Place(made, wanted), null) : (null, problem);
        }
        finally
        {
            FolderCopy.TryDelete(unfinished);
        }
    }

    // Goes on until the compilation has ended, also when that is cancelled: its files are removed next.
    private async Task<string?> SayingSoAsync(Task<string?> compilation)
    {
        var started = clock.GetTimestamp();
        using var timer = new PeriodicTimer(SignOfLife, clock);
        var tick = timer.WaitForNextTickAsync().AsTask();
        while (await Task.WhenAny(compilation, tick) != compilation)
        {
            var seconds = clock.GetElapsedTime(started).TotalSeconds;
            await progress.WriteLineAsync(FormattableString.Invariant($"  still compiling, {seconds:F0} s"));
            tick = timer.WaitForNextTickAsync().AsTask();
        }

        return await compilation;
    }

    private Task<string?> ProblemOfAsync(string copy, CancellationToken cancellationToken) =>
        new CopyProbe(dotnet).RunAsync(new EngineBuild(copy).Program, cancellationToken);
}
