namespace NotebookEngine.Installation;

/// <summary>Uninstalls the kernel from one place: removes what an installation has made there, and nothing else.</summary>
internal sealed class Uninstaller(InstallPlace place, TextWriter output)
{
    /// <exception cref="InstallationException">Another installation is at work here.</exception>
    internal async Task UninstallAsync()
    {
        using (var copies = Directory.Exists(place.CopiesFolder) ? CopiesFolder.Open(place.CopiesFolder) : null)
        {
            await RemoveKernelspecAsync();
            await RemoveAsync(copies);
        }

        if (place.Workspace is { } workspace && new WorkspaceFiles(workspace, place.DataFolder).Remove())
        {
            await output.WriteLineAsync(
                $"removed     {JupyterPaths.PathVariable} from {Path.Combine(workspace, WorkspaceFiles.EnvName)}"
            );
        }

        if (!place.IsSearched)
        {
            RemoveIfEmpty(Path.GetDirectoryName(place.KernelspecFolder)!);
            RemoveIfEmpty(place.DataFolder);
        }
    }

    private async Task RemoveKernelspecAsync()
    {
        var path = Path.Combine(place.KernelspecFolder, Kernelspec.FileName);
        await output.WriteLineAsync(
            new KernelspecPlace(place.KernelspecFolder).Remove() switch
            {
                KernelspecRemoval.Removed => $"removed     {path}",
                KernelspecRemoval.BroughtBackAnothers =>
                    $"removed     {path}; the kernelspec that it had replaced is back",
                KernelspecRemoval.LeftAnothers => $"left        {path}: it is another kernel's, or cannot be read",
                _ => $"nothing at  {path}",
            }
        );
    }

    private async Task RemoveAsync(CopiesFolder? copies)
    {
        if (copies is null)
        {
            return;
        }

        var (removed, inUse) = copies.RemoveUnneeded();
        foreach (var copy in removed)
        {
            await output.WriteLineAsync($"removed     {copy}");
        }

        foreach (var copy in inUse)
        {
            await output.WriteLineAsync(
                $"left        {copy}: a kernel still runs from it; uninstall again when it has ended"
            );
        }
    }

    private static void RemoveIfEmpty(string folder)
    {
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }
}
