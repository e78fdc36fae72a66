namespace NotebookEngine.Installation;

/// <summary>
/// The copies of the engine in one place, a folder each. A copy is never changed: a new one comes beside it, and it goes when
/// no kernelspec starts it and no process runs from it. Open, it keeps other installations away.
/// </summary>
internal sealed class CopiesFolder : IDisposable
{
    private const string UnfinishedPrefix = ".unfinished-";
    private const string LockName = ".lock";

    private readonly string _folder;
    private readonly FileStream _lock;

    private CopiesFolder(string folder, FileStream held) => (_folder, _lock) = (folder, held);

    /// <exception cref="InstallationException">Another installation is at work here.</exception>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    internal static CopiesFolder Open(string folder)
    {
        // A variable's value may end with a separator or hold ".."; what is printed and written names the plain path.
        folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(folder);
        var name = Path.Combine(folder, LockName);
        try
        {
            return new CopiesFolder(
                folder,
                new FileStream(
                    name,
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None,
                    bufferSize: 1,
                    FileOptions.DeleteOnClose
                )
            );
        }
        catch (IOException problem) when (File.Exists(name))
        {
            throw new InstallationException(
                $"{folder} is in use by another installation: {problem.Message}",
                "wait until that one has ended, then try again"
            );
        }
    }

    /// <summary>A folder for a copy that is being made, beside the finished ones.</summary>
    internal string NewUnfinished() =>
        Directory.CreateDirectory(Path.Combine(_folder, UnfinishedPrefix + Guid.NewGuid().ToString("N")[..8])).FullName;

    /// <summary>The copies with such a record; more than one where a damaged copy could not be removed.</summary>
    internal IReadOnlyList<string> Find(CopyRecord wanted) =>
        [.. Finished().Where(copy => CopyRecord.Read(copy) == wanted)];

    /// <summary>Gives a finished copy its place and its record.</summary>
    /// <returns>The copy's folder.</returns>
    internal string Place(string finished, CopyRecord record)
    {
        record.Write(finished);
        var name = Path.Combine(_folder, record.ReadyToRun ? record.Build : $"{record.Build}-plain");
        var target = Enumerable
            .Range(1, int.MaxValue)
            .Select(number => number == 1 ? name : $"{name}-{number}")
            .First(candidate => !Path.Exists(candidate));
        FolderCopy.Move(finished, target);
        return target;
    }

    /// <summary>Removes the copies that no kernelspec starts, and what aborted installations have left.</summary>
    /// <returns>The copies that are gone, and those that stay because a process runs from them.</returns>
    internal (IReadOnlyList<string> Removed, IReadOnlyList<string> InUse) RemoveUnneeded()
    {
        foreach (var unfinished in Directory.EnumerateDirectories(_folder, UnfinishedPrefix + "*"))
        {
            FolderCopy.TryDelete(unfinished);
        }

        var unneeded = Finished().Where(copy => !IsStarted(copy)).ToList();
        var removed = unneeded.Where(copy => !CopyInUse.Is(copy) && FolderCopy.TryDelete(copy)).ToList();
        return (removed, [.. unneeded.Except(removed)]);
    }

    public void Dispose()
    {
        _lock.Dispose();
        if (!Directory.EnumerateFileSystemEntries(_folder).Any())
        {
            FolderCopy.TryDelete(_folder);
        }
    }

    private IEnumerable<string> Finished() =>
        Directory
            .EnumerateDirectories(_folder)
            .Where(copy => CopyRecord.Read(copy) is not null)
            .Order(StringComparer.Ordinal);

    // A kernelspec that cannot be read may start the copy. One that can may spell the way to it otherwise: by a link, or in
    // other capitals.
    private static bool IsStarted(string copy)
    {
        try
        {
            return Kernelspec.Read(CopyRecord.Read(copy)!.Kernelspec)?.Program is { } program
                && PathNames.Comparer.Equals(Path.GetFileName(Path.GetDirectoryName(program)), Path.GetFileName(copy));
        }
        catch (UnreadableKernelspecException)
        {
            return true;
        }
    }
}
