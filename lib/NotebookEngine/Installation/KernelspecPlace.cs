using NotebookEngine.Files;

namespace NotebookEngine.Installation;

/// <summary>The folder of the kernelspec: tells whose kernelspec is in it, and writes and removes the engine's.</summary>
internal sealed class KernelspecPlace(string folder)
{
    private readonly string _path = Path.Combine(folder, Kernelspec.FileName);

    // Front ends look for kernel.json alone, so what --force has replaced can stay beside it.
    private readonly string _replaced = Path.Combine(folder, Kernelspec.FileName + ".replaced");

    /// <exception cref="InstallationException">Another's kernelspec is there.</exception>
    internal void MustNotBeAnothers()
    {
        if (Another() is { } another)
        {
            throw new InstallationException(
                $"{_path} is another kernel's and was left as it is: {another}",
                "install with --workspace, for this checkout alone; or with --force, which keeps the other's file "
                    + "beside it and lets 'uninstall' bring it back"
            );
        }
    }

    /// <returns>Whether another's kernelspec was there; it is kept beside.</returns>
    internal bool Write(Kernelspec ours)
    {
        var replaces = Another() is not null;
        Directory.CreateDirectory(folder);
        if (replaces)
        {
            File.Copy(_path, _replaced, overwrite: true);
        }

        AtomicFile.Write(_path, ours.ToJson());
        return replaces;
    }

    /// <summary>Removes the engine's kernelspec, brings back what it had replaced, and leaves another's as it is.</summary>
    internal KernelspecRemoval Remove()
    {
        if (!File.Exists(_path))
        {
            return KernelspecRemoval.NothingThere;
        }

        if (Another() is not null)
        {
            return KernelspecRemoval.LeftAnothers;
        }

        if (File.Exists(_replaced))
        {
            File.Move(_replaced, _path, overwrite: true);
            return KernelspecRemoval.BroughtBackAnothers;
        }

        File.Delete(_path);
        if (!Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }

        return KernelspecRemoval.Removed;
    }

    private string? Another()
    {
        try
        {
            return Kernelspec.Read(folder) is { IsOurs: false } another
                ? $"'{another.DisplayName}', started by: {string.Join(' ', another.Argv)}"
                : null;
        }
        catch (UnreadableKernelspecException problem)
        {
            return problem.InnerException!.Message;
        }
    }
}

/// <summary>What an uninstallation did with the kernelspec in a place.</summary>
internal enum KernelspecRemoval
{
    NothingThere,
    Removed,

    /// <summary>Removed, and the one that it had replaced is there again.</summary>
    BroughtBackAnothers,

    /// <summary>It is no kernelspec of this engine.</summary>
    LeftAnothers,
}
