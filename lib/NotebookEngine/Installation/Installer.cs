using System.Globalization;

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
    /// <param name="readyToRun">Whether the copy is to be compiled ahead of time.</param>
    /// <param name="cancellationToken">Leaves everything as it was.</param>
    /// <exception cref="InstallationException">It could not be done; what was installed before is still there.</exception>
    internal async Task InstallAsync(bool force, bool readyToRun, CancellationToken cancellationToken)
    {
        var kernelspec = new KernelspecPlace(place.KernelspecFolder);
        if (!force)
        {
            kernelspec.MustNotBeAnothers();
        }

        using var copies = CopiesFolder.Open(place.CopiesFolder);
        var wanted = new CopyRecord
        {
            Build = build.Id(),
            ReadyToRun = readyToRun,
            Kernelspec = place.KernelspecFolder,
        };
        var copy = await new CopyMaker(build, dotnet, output, clock).MakeAsync(copies, wanted, cancellationToken);
        if (!force)
        {
            // Making the copy takes minutes, in which somebody else may have installed a kernel.
            kernelspec.MustNotBeAnothers();
        }

        var replaced = kernelspec.Write(Kernelspec.Of(dotnet, new EngineBuild(copy).Program));
        var (removed, inUse) = copies.RemoveUnneeded();
        if (place.Workspace is { } workspace)
        {
            new WorkspaceFiles(workspace, place.DataFolder).Write();
        }

        await SayAsync(copy, replaced, removed, inUse);
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

        if (!place.IsUsers)
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
