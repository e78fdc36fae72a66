using System.Security.Cryptography;

namespace ClientAuth.MockServer.Standalone;

/// <summary>The folder that holds the keys and secrets of one run, and goes with it. On Unix only its owner can look inside.</summary>
internal sealed class RunFolder : IDisposable
{
    private readonly string _path;

    private RunFolder(string path) => _path = path;

    /// <summary>Makes a new folder below another, which is made as well where it is missing.</summary>
    public static RunFolder CreateBelow(string parent)
    {
        var path = Path.Combine(parent, $"server-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");
        try
        {
            Directory.CreateDirectory(parent);
            MakeOwnerOnly(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StartFailure.Machine($"The folder '{path}' for keys and secrets cannot be made: {e.Message}", e);
        }

        return new RunFolder(path);
    }

    public string File(string name) => Path.Combine(_path, name);

    /// <summary>A new folder inside.</summary>
    public string Folder(string name)
    {
        var path = Path.Combine(_path, name);
        MakeOwnerOnly(path);
        return path;
    }

    public void Dispose()
    {
        if (Directory.Exists(_path))
        {
            Directory.Delete(_path, recursive: true);
        }
    }

    public override string ToString() => _path;

    private static void MakeOwnerOnly(string path) =>
        _ = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(
                path,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
}
