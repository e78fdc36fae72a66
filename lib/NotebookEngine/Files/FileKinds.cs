using System.Runtime.InteropServices;

namespace NotebookEngine.Files;

/// <summary>Tells what is at a path without opening it: opening a pipe waits for its other end.</summary>
internal static partial class FileKinds
{
    // The runtime's own form of stat, the same on Linux and macOS: flags, then the mode of POSIX, then what is not read here.
    private const int StatusSize = 256;
    private const int ModeOffset = sizeof(int);
    private const int TypeMask = 0xF000;
    private const int RegularType = 0x8000;
    private const int FolderType = 0x4000;

    internal static FileKind Of(string path) => OperatingSystem.IsWindows() ? OnWindows(path) : OnPosix(path);

    private static FileKind OnWindows(string path) =>
        path.StartsWith(@"\\.\", StringComparison.Ordinal) ? FileKind.Stream
        : Directory.Exists(path) ? FileKind.Folder
        : File.Exists(path) ? FileKind.Regular
        : FileKind.Missing;

    private static FileKind OnPosix(string path)
    {
        var status = new byte[StatusSize];
        return Stat(path, status) != 0
            ? FileKind.Missing
            : (BitConverter.ToInt32(status, ModeOffset) & TypeMask) switch
            {
                RegularType => FileKind.Regular,
                FolderType => FileKind.Folder,
                _ => FileKind.Stream,
            };
    }

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_Stat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat(string path, byte[] status);
}
