namespace NotebookEngine.Installation;

/// <summary>
/// Says for as long as a process runs that its copy is needed. Windows keeps loaded assemblies by itself; elsewhere a copy
/// could be removed below a kernel that has not loaded all of it yet.
/// </summary>
internal sealed class CopyInUse : IDisposable
{
    private readonly FileStream? _record;

    private CopyInUse(FileStream? record) => _record = record;

    /// <summary>Holds the copy that this process runs from; nothing where that is no installed copy.</summary>
    internal static CopyInUse Hold(string folder)
    {
        try
        {
            return new CopyInUse(
                new FileStream(
                    Path.Combine(folder, CopyRecord.FileName),
                    FileMode.Open,
                    FileAccess.Read,
                    FileShare.Read
                )
            );
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new CopyInUse(null);
        }
    }

    /// <summary>Whether some process holds the copy in a folder.</summary>
    internal static bool Is(string folder)
    {
        try
        {
            using var alone = new FileStream(
                Path.Combine(folder, CopyRecord.FileName),
                FileMode.Open,
                FileAccess.ReadWrite,
                FileShare.None
            );
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    public void Dispose() => _record?.Dispose();
}
