namespace ClientAuth.Credentials.KeyStorage;

/// <summary>Opens a file so that nobody else can, not even this process, until the handle is closed.</summary>
internal static class ExclusiveFile
{
    /// <exception cref="IOException">Somebody has it open, or it cannot be opened at all.</exception>
    public static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        if (mode == FileMode.CreateNew && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    /// <summary>Whether a file that is open keeps others out. A second handle that gets in shows a file system without locks.</summary>
    public static bool IsHeld(string path)
    {
        try
        {
            Open(path, FileMode.Open).Dispose();
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
