namespace ClientAuth.Credentials.KeyStorage;

/// <summary>
/// A folder for keys and secrets that is deleted with its owner. Only this account can read it. A process that is killed leaves
/// its folder behind; <see cref="AbandonedKeyFolders"/> then finds it, since its lock is free.
/// </summary>
public sealed class KeyFolder : IDisposable
{
    private readonly KeyFolderLock _lock;
    private int _disposed;

    private KeyFolder(KeyFolderLock taken)
    {
        _lock = taken;
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    /// <summary>Makes a new folder below another, which is made as well where it is missing.</summary>
    /// <param name="parent">For example <c>certs/</c>.</param>
    /// <param name="use">Begins the folder's name and tells people what it is for: lower-case letters.</param>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The account may not write there.</exception>
    public static KeyFolder CreateBelow(string parent, string use)
    {
        MakeParent(parent);
        var taken = KeyFolderLock.TakeBelow(parent, use);
        try
        {
            MakeOwnerOnly(taken.Folder);
            return new KeyFolder(taken);
        }
        catch
        {
            taken.RemoveBoth();
            throw;
        }
    }

    /// <summary>
    /// Whether the process that made a key folder is certainly gone. False as well where nobody can tell: the folder is another machine's,
    /// or on a file system without locks.
    /// </summary>
    public static bool IsAbandoned(string folder) => KeyFolderLock.IsAbandoned(folder);

    /// <summary>The path of a file inside.</summary>
    public string File(string name) => Path.Combine(_lock.Folder, name);

    /// <summary>A new folder inside.</summary>
    public string Folder(string name)
    {
        var path = Path.Combine(_lock.Folder, name);
        MakeOwnerOnly(path);
        return path;
    }

    /// <summary>Removes the folder with all that is in it.</summary>
    /// <exception cref="IOException">Another program holds one of the files; the next run removes them.</exception>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
            _lock.RemoveBoth();
        }
    }

    public override string ToString() => _lock.Folder;

    // A notebook's kernel that is restarted ends politely, with the lab still open.
    private void OnProcessExit(object? sender, EventArgs e)
    {
        try
        {
            Dispose();
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException) { } // The next run removes it.
    }

    // Where it is missing: with no umask everybody could put files of theirs among the folders, or move these away.
    internal static void MakeParent(string path)
    {
        if (!Directory.Exists(path))
        {
            MakeOwnerOnly(path);
        }
    }

    private static void MakeOwnerOnly(string path) =>
        _ = OperatingSystem.IsWindows()
            ? OwnerOnlyAccess.ForFolder().CreateDirectory(path)
            : Directory.CreateDirectory(
                path,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
}
