using System.Runtime.Versioning;
using System.Security.AccessControl;

namespace ClientAuth.Credentials.KeyStorage;

/// <summary>
/// Writes a file that nobody but its owner can read: mode 0600 on Unix, on Windows an access list with the current user
/// alone. It has these rights from the moment it exists, and appears under its name only when it is complete.
/// </summary>
public static class OwnerOnlyFile
{
    /// <summary>Writes the file, in place of an older one of that name.</summary>
    /// <exception cref="IOException">The folder does not exist or cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content) => Write(path, content, overwrite: true);

    /// <summary>Writes a file that is not there yet.</summary>
    /// <exception cref="IOException">It is there already, or its folder does not exist or cannot be written.</exception>
    public static void WriteOnce(string path, ReadOnlySpan<byte> content) => Write(path, content, overwrite: false);

    private static void Write(string path, ReadOnlySpan<byte> content, bool overwrite)
    {
        var beside = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            using (var stream = Create(beside))
            {
                stream.Write(content);
            }

            File.Move(beside, path, overwrite);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    private static FileStream Create(string path) =>
        OperatingSystem.IsWindows()
            ? CreateOnWindows(path)
            : new FileStream(
                path,
                new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.Write,
                    UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                }
            );

    [SupportedOSPlatform("windows")]
    private static FileStream CreateOnWindows(string path) =>
        new FileInfo(path).Create(
            FileMode.CreateNew,
            FileSystemRights.Write,
            FileShare.None,
            bufferSize: 4096,
            FileOptions.None,
            OwnerOnlyAccess.ForFile()
        );
}
