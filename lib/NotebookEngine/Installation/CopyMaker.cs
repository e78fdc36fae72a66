using System.Runtime.InteropServices;

namespace NotebookEngine.Installation;

/// <summary>
/// Makes the copy of the engine that kernels run from, so that neither a kernel is in the way of a build nor a build in that of a
/// kernel.
/// </summary>
internal sealed class CopyMaker(EngineBuild build, string dotnet, TextWriter progress, TimeProvider clock)
{
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(15);

    /// <returns>The folder of a copy that has been seen to run.</returns>
    /// <exception cref="InstallationException">The copy does not run.</exception>
    internal async Task<string> MakeAsync(CopiesFolder copies, CopyRecord wanted, CancellationToken cancellationToken)
    {
        foreach (var existing in copies.Find(wanted))
        {
            if (await ProblemOfAsync(existing, cancellationToken) is null)
            {
                await progress.WriteLineAsync("this build is installed already, and runs");
                return existing;
            }
        }

        var unfinished = copies.NewUnfinished();
        try
        {
            var made = Path.Combine(unfinished, "copy");
            var isReadyToRun = wanted.ReadyToRun && await CompileAsync(unfinished, made, cancellationToken);
            if (!isReadyToRun)
            {
                FolderCopy.TryDelete(made);
                FolderCopy.Copy(build.Folder, made);
            }

            if (await ProblemOfAsync(made, cancellationToken) is { } problem)
            {
                throw new InstallationException(
                    $"the copy of the engine does not run, and was not installed: {problem}",
                    "build anew with 'dotnet build', and try again; 'install --no-ready-to-run' takes the build as it is"
                );
            }

            return copies.Place(made, wanted with { ReadyToRun = isReadyToRun });
        }
        finally
        {
            FolderCopy.TryDelete(unfinished);
        }
    }

    private async Task<bool> CompileAsync(string unfinished, string target, CancellationToken cancellationToken)
    {
        var why = "the engine's project was not found above " + build.Folder;
        if (build.Project() is { } project)
        {
            await progress.WriteLineAsync(
                $"compiling the engine ahead of time for {RuntimeInformation.RuntimeIdentifier}; this takes a minute or two"
            );
            var work = Path.Combine(unfinished, "build");
            why = await SayingSoAsync(new ReadyToRunBuild(dotnet).MakeAsync(project, work, target, cancellationToken));
        }

        if (why is not null)
        {
            await progress.WriteLineAsync(
                $"not compiled ahead of time, so the first cell of a kernel takes about a second longer: {why}"
            );
            await progress.WriteLineAsync(
                "  remedy: install again in a checkout, when this machine reaches its NuGet source"
            );
        }

        return why is null;
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
