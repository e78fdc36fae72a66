namespace NotebookEngine.Installation;

/// <summary>
/// Folders that every account of the machine reads and only the one that installs changes, whatever the umask is and whoever may write to
/// the checkout. On Windows a folder below <c>%ProgramFiles%</c> is so by itself.
/// </summary>
internal static class EverybodysFolder
{
    private const UnixFileMode Read = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const UnixFileMode Enter = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Makes a folder and those above it that are missing. Those that exist stay as they are.</summary>
    /// <exception cref="InstallationException">Other accounts cannot enter one that exists.</exception>
    /// <exception cref="UnauthorizedAccessException">This account may not make it.</exception>
    internal static void Make(string folder)
    {
        if (Directory.Exists(folder))
        {
            MustBeReached(folder);
            return;
        }

        Make(Path.GetDirectoryName(folder)!);
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, Read | Enter | UnixFileMode.UserWrite);
        }
    }

    /// <summary>Gives a folder and all that is in it to be read, and to nobody else to be written.</summary>
    internal static void Share(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(folder, Read | Enter | UnixFileMode.UserWrite);
        foreach (var below in Directory.EnumerateDirectories(folder))
        {
            Share(below);
        }

        foreach (var file in Directory.EnumerateFiles(folder))
        {
            var runs = (File.GetUnixFileMode(file) & UnixFileMode.UserExecute) != 0;
            File.SetUnixFileMode(file, Read | UnixFileMode.UserWrite | (runs ? Enter : UnixFileMode.None));
        }
    }

    /// <exception cref="InstallationException">Other accounts cannot get to a file or a folder, and would have no kernel.</exception>
    internal static void MustBeReached(string path)
    {
        if (!OperatingSystem.IsWindows() && Follow(path).Closed is { } closed)
        {
            throw new InstallationException(
                $"other accounts of this machine cannot enter {closed}, so that they could not start {path}",
                $"open it to them ('chmod o+x {ShellWord.Quoted(closed)}'), or have {Path.GetFileName(path)} in another folder"
            );
        }
    }

    // What a path leads to, by the links of the last name and of each folder before it; or the first on the way that others cannot enter.
    private static (string Target, string? Closed) Follow(string path)
    {
        var target = path;
        if (Path.GetDirectoryName(path) is { } folder)
        {
            var (above, closed) = Follow(folder);
            if (closed is not null)
            {
                return (path, closed);
            }

            target = Path.Combine(above, Path.GetFileName(path));
        }

        return File.ResolveLinkTarget(target, returnFinalTarget: false) is { } link ? Follow(link.FullName)
            : IsClosed(target) ? (target, target)
            : (target, null);
    }

    private static bool IsClosed(string path) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & UnixFileMode.OtherExecute) == 0;
}
