using System.Text;

namespace NotebookEngine.Files;

/// <summary>
/// Writes beside the target and then moves, so that a reader finds the old file or the new one and never a half. Through a link it
/// writes the file that the link means.
/// </summary>
internal static class AtomicFile
{
    private const UnixFileMode Writable = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="path">Absolute; missing folders on the way are made.</param>
    /// <param name="text">Written as UTF-8.</param>
    /// <exception cref="IOException">It cannot be written; what was there is there still.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written, or is read-only.</exception>
    internal static void Write(string path, string text)
    {
        var file = Links.Follow(path);
        Check(file);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var beside = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllText(beside, text, Utf8);
            KeepMode(file, beside);
            File.Move(beside, file, overwrite: true);
        }
        catch (IOException problem)
        {
            throw new IOException(Named(problem, beside, file), problem);
        }
        catch (UnauthorizedAccessException problem)
        {
            throw new UnauthorizedAccessException(Named(problem, beside, file), problem);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static void Check(string file)
    {
        if (new FileInfo(file).LinkTarget is not null)
        {
            throw new IOException($"'{file}' is a link that leads back to itself.");
        }

        if (FileKinds.Of(file) is FileKind.Folder)
        {
            throw new IOException($"'{file}' is a folder, not a file.");
        }

        FolderPath.Check(Path.GetDirectoryName(file)!);
        if (File.Exists(file) && IsReadOnly(file))
        {
            // A move would replace it all the same.
            throw new UnauthorizedAccessException($"'{file}' is read-only.");
        }
    }

    // Root may write what anybody may; .NET goes by the mode alone (a checkout of another user that a container mounts).
    private static bool IsReadOnly(string file) =>
        File.GetAttributes(file).HasFlag(FileAttributes.ReadOnly)
        && (
            OperatingSystem.IsWindows()
            || !Environment.IsPrivilegedProcess
            || (File.GetUnixFileMode(file) & Writable) == 0
        );

    private static void KeepMode(string file, string beside)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(file))
        {
            File.SetUnixFileMode(beside, File.GetUnixFileMode(file));
        }
    }

    // The name that is asked for, not the one that is on the way to it.
    private static string Named(Exception problem, string beside, string file) =>
        problem.Message.Replace(beside, file, StringComparison.Ordinal);
}
