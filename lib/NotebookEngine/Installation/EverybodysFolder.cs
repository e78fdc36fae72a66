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
        path = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        if (!OperatingSystem.IsWindows() && ClosedOnTheWayTo(path) is { } closed)
        {
            throw new InstallationException(
                $"other accounts of this machine cannot enter {closed}, so that they could not start {path}",
                $"open it to them ('chmod o+x {closed}'), or have {Path.GetFileName(path)} in another folder"
            );
        }
    }

    private static string? ClosedOnTheWayTo(string path)
    {
        for (var on = path; on is not null; on = Path.GetDirectoryName(on))
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(on) & UnixFileMode.OtherExecute) == 0)
            {
                return on;
            }
        }

        return null;
    }
}
