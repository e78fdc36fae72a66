using System.Globalization;
using System.Runtime.InteropServices;

namespace NotebookEngine.Installation;

/// <summary>Installs the kernel in one place: a copy of the engine, and the kernelspec that starts it.</summary>
internal sealed class Installer(
    InstallPlace place,
    EngineBuild build,
    string dotnet,
    TextWriter output,
    TimeProvider clock
)
{
    /// <param name="force">Whether another's kernelspec may be replaced.</param>
    /// <param name="quick">Whether the plain copy is enough, which takes seconds; compiling it ahead of time takes minutes.</param>
    /// <param name="cancellationToken">Leaves what is installed by then, the plain copy or what was there before.</param>
    /// <exception cref="InstallationException">It could not be done; what was installed before is still there.</exception>
    internal async Task InstallAsync(bool force, bool quick, CancellationToken cancellationToken)
    {
        MustNotBeAnothers(force);
        if (place.IsEverybodys)
        {
            EverybodysFolder.MustBeReached(dotnet);
            EverybodysFolder.Make(place.CopiesFolder);
        }

        using var copies = CopiesFolder.Open(place.CopiesFolder);
        var maker = new CopyMaker(build, dotnet, output, clock);
        var plain = new CopyRecord
        {
            Build = build.Id(),
            ReadyToRun = false,
            Kernelspec = place.KernelspecFolder,
        };
        var compiled = plain with { ReadyToRun = true };
        if (await maker.FindAsync(copies, compiled, cancellationToken) is { } finished)
        {
            await output.WriteLineAsync("this build is installed already, compiled ahead of time, and runs");
            await TakeIntoUseAsync(finished, copies, force);
            return;
        }

        await InstallPlainAsync(maker, copies, plain, force, quick ? 1 : 2, cancellationToken);
        if (!quick)
        {
            await CompileAsync(maker, copies, compiled, force, cancellationToken);
        }
    }

    private async Task InstallPlainAsync(
        CopyMaker maker,
        CopiesFolder copies,
        CopyRecord plain,
        bool force,
        int steps,
        CancellationToken cancellationToken
    )
    {
        await output.WriteLineAsync(
            $"step 1 of {steps}: copying the engine and running a cell on the copy; this takes some seconds"
        );
        if (await maker.FindAsync(copies, plain, cancellationToken) is { } existing)
        {
            await output.WriteLineAsync("this build is installed already, and runs");
            await TakeIntoUseAsync(existing, copies, force);
            return;
        }

        await TakeIntoUseAsync(await maker.CopyAsync(copies, plain, cancellationToken), copies, force);
    }

    // Whatever happens here, the plain copy is in use and stays.
    private async Task CompileAsync(
        CopyMaker maker,
        CopiesFolder copies,
        CopyRecord compiled,
        bool force,
        CancellationToken cancellationToken
    )
    {
        await output.WriteLineAsync(
            $"step 2 of 2: compiling the engine ahead of time for {RuntimeInformation.RuntimeIdentifier}, so that a kernel's first "
                + "cell takes about a second less. This takes a minute or two; the kernel can be used meanwhile, and Ctrl+C leaves it as it is"
        );
        var (copy, problem) = await maker.CompileAsync(copies, compiled, cancellationToken);
        if (copy is not null)
        {
            await TakeIntoUseAsync(copy, copies, force);
            return;
        }

        await output.WriteLineAsync(
            $"not compiled ahead of time, so the first cell of a kernel takes about a second longer: {problem}"
        );
        await output.WriteLineAsync(
            "  remedy: install again in a checkout, when this machine reaches its NuGet source"
        );
    }

    private async Task TakeIntoUseAsync(string copy, CopiesFolder copies, bool force)
    {
        // Making the copy takes a while; meanwhile another process may have installed a kernel.
        MustNotBeAnothers(force);
        if (place.IsEverybodys)
        {
            EverybodysFolder.Share(copy);
            EverybodysFolder.Make(place.KernelspecFolder);
        }

        var replaced = new KernelspecPlace(place.KernelspecFolder).Write(
            Kernelspec.Of(dotnet, new EngineBuild(copy).Program)
        );
        if (place.IsEverybodys)
        {
            EverybodysFolder.Share(place.KernelspecFolder);
        }

        var (removed, inUse) = copies.RemoveUnneeded();
        if (place.Workspace is { } workspace)
        {
            new WorkspaceFiles(workspace, place.DataFolder).Write();
        }

        await SayAsync(copy, replaced, removed, inUse);
    }

    private void MustNotBeAnothers(bool force)
    {
        if (!force)
        {
            new KernelspecPlace(place.KernelspecFolder).MustNotBeAnothers();
        }
    }

    private async Task SayAsync(string copy, bool replaced, IReadOnlyList<string> removed, IReadOnlyList<string> inUse)
    {
        var megabytes = (FolderCopy.Size(copy) / 1e6).ToString("F0", CultureInfo.InvariantCulture);
        var how = CopyRecord.Read(copy)!.ReadyToRun ? "compiled ahead of time" : "a plain copy";
        await output.WriteLineAsync($"engine      {copy} ({megabytes} MB, {how})");
        await output.WriteLineAsync($"kernelspec  {Path.Combine(place.KernelspecFolder, Kernelspec.FileName)}");
        if (replaced)
        {
            await output.WriteLineAsync("            another kernel's file was there; 'uninstall' brings it back");
        }

        foreach (var old in removed)
        {
            await output.WriteLineAsync($"removed     {old}");
        }

        foreach (var old in inUse)
        {
            await output.WriteLineAsync($"left        {old}: a kernel still runs from it; the next install removes it");
        }

        if (place.Workspace is { } workspace)
        {
            await output.WriteLineAsync(
                $"VS Code     finds it by {Path.Combine(workspace, WorkspaceFiles.EnvName)}, when that folder is opened"
            );
        }

        if (place.IsEverybodys)
        {
            await output.WriteLineAsync(
                "everybody   on this machine can use it; only the account that installed it can change it"
            );
        }

        if (!place.IsSearched)
        {
            await output.WriteLineAsync(
                $"Jupyter     finds it when started with {JupyterPaths.PathVariable}={place.DataFolder}"
            );
        }

        await output.WriteLineAsync(
            "Now open a notebook and choose the kernel '.NET (C#)'. In VS Code run 'Developer: Reload Window' first."
        );
    }
}
