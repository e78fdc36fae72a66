using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ClientAuth.Credentials.KeyStorage;

/// <summary>
/// The lock file beside a key folder. Its owner keeps it locked while the process runs, and the system frees it when the
/// process ends, however it ends. A process id would not do: another program may have got it since. The file exists before the
/// folder and is deleted after it.
/// </summary>
internal sealed partial class KeyFolderLock : IDisposable
{
    private const string Extension = ".lock";
    private const string Claim = "The folder of this name holds keys of a run that keeps this file locked, on ";
    private const int Attempts = 3;

    private readonly FileStream _file;

    private KeyFolderLock(FileStream file, string? machine)
    {
        _file = file;
        Folder = Path.ChangeExtension(file.Name, null);
        Machine = machine;
    }

    public static string Pattern => "*" + Extension;

    /// <summary>The folder that the lock speaks for.</summary>
    public string Folder { get; }

    /// <summary>
    /// Where the owner runs, or ran; null where it was killed before it could say so. Two machines may share the disk and not see each
    /// other's locks.
    /// </summary>
    public string? Machine { get; }

    /// <summary>Whether the folder's owner is certainly gone: it ran here, and its lock is free or removed.</summary>
    public static bool IsAbandoned(string folder)
    {
        if (!File.Exists(folder + Extension))
        {
            // A file system without locks has no lock file either. A path of another machine leads to no folder above it.
            return !Directory.Exists(folder) && Directory.Exists(Path.GetDirectoryName(folder));
        }

        using var taken = TryTake(folder + Extension);
        return taken is not null && taken.Machine == ThisMachine.Id;
    }

    /// <summary>A lock for a folder with a new name.</summary>
    public static KeyFolderLock TakeBelow(string parent, string use)
    {
        var file = Create(Path.GetFullPath(parent), use);
        file.Write(Encoding.UTF8.GetBytes(Claim + ThisMachine.Id));
        file.Flush();
        if (!ExclusiveFile.IsHeld(file.Name))
        {
            // Without locks nobody could tell that the owner lives, so nobody is told that there is one.
            file.Dispose();
            File.Delete(file.Name);
        }

        return new KeyFolderLock(file, ThisMachine.Id);
    }

    /// <summary>The lock of an owner that is gone; null where it lives, may live, or the file is none of ours.</summary>
    public static KeyFolderLock? TryTake(string path)
    {
        if (!Name().IsMatch(Path.GetFileName(path)))
        {
            return null;
        }

        FileStream? file = null;
        try
        {
            file = ExclusiveFile.Open(Path.GetFullPath(path), FileMode.Open);
            using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
            var content = reader.ReadToEnd();
            if (ExclusiveFile.IsHeld(path))
            {
                if (content.StartsWith(Claim, StringComparison.Ordinal))
                {
                    return new KeyFolderLock(file, content[Claim.Length..]);
                }

                // Killed, or without power, between making the file and writing into it: zeros are what a disk then keeps.
                if (content.All(c => c == '\0'))
                {
                    return new KeyFolderLock(file, null);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }

        file?.Dispose();
        return null;
    }

    /// <summary>Removes the folder, then the lock. Where the folder resists, the lock stays, free, for the next run.</summary>
    public void RemoveBoth()
    {
        using (_file)
        {
            if (Directory.Exists(Folder))
            {
                Directory.Delete(Folder, recursive: true);
            }
        }

        try
        {
            File.Delete(Folder + Extension);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { } // Another run is about to do the same.
    }

    public void Dispose() => _file.Dispose();

    // Between making a file and locking it another run may look at it: it then finds the file empty and removes it, and this one takes a
    // new name.
    private static FileStream Create(string parent, string use)
    {
        for (var attempt = 1; ; attempt++)
        {
            var name = $"{use}-{RandomNumberGenerator.GetHexString(16, lowercase: true)}{Extension}";
            var path = Path.Combine(parent, name);
            try
            {
                var file = ExclusiveFile.Open(path, FileMode.CreateNew);
                if (File.Exists(path) || attempt == Attempts)
                {
                    return file;
                }

                file.Dispose();
            }
            catch (IOException) when (attempt < Attempts)
            {
                File.Delete(path);
            }
        }
    }

    [GeneratedRegex(@"\A[a-z]+-[0-9a-f]{16}\.lock\z")]
    private static partial Regex Name();
}
