using System.Text;

namespace ClientAuth.Credentials.Clients;

/// <summary>Reads a text file whole: UTF-8 without a byte-order mark, of a size that somebody can have written.</summary>
public static class Utf8File
{
    private const int MostMebibytes = 16;
    private const int MostBytes = MostMebibytes * 1024 * 1024;

    /// <param name="name">What kind of file it is, in a word.</param>
    /// <param name="path">The file; a pipe or device is read until it ends.</param>
    /// <exception cref="FileNotFoundException">There is no such file, or the path is a link that leads to none.</exception>
    /// <exception cref="InvalidDataException">It is too large, or in another encoding; the message names the file.</exception>
    public static byte[] Read(string name, string path)
    {
        var bytes = ReadBounded(name, path);
        return EncodingProblem(bytes) is { } problem ? throw new InvalidDataException($"{path}: {problem}") : bytes;
    }

    // A device may have no end, and a pipe has no length: what is read is counted.
    private static byte[] ReadBounded(string name, string path)
    {
        using var stream = Open(name, path);
        var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            kept.Write(buffer, 0, read);
            if (kept.Length > MostBytes)
            {
                throw new InvalidDataException(
                    $"{path}: holds more than {MostMebibytes} MiB, which no {name} file does; name another file."
                );
            }
        }

        return kept.ToArray();
    }

    private static FileStream Open(string name, string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileNotFoundException(
                new FileInfo(path).LinkTarget is { } target
                    ? $"The {name} file '{path}' is a link to '{target}', which does not exist."
                    : $"The {name} file '{path}' does not exist.",
                path,
                e
            );
        }
    }

    // The reader of JSON would name a byte; what wrote the file, often a shell of Windows, has a setting for the encoding.
    private static string? EncodingProblem(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            _ when bytes.StartsWith(Encoding.UTF8.Preamble) =>
                "begins with a byte-order mark; save it as UTF-8 without one.",
            [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] =>
                "is UTF-32; save it as UTF-8 without a byte-order mark.",
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, not 0, ..] or [not 0, 0, ..] =>
                "is UTF-16; save it as UTF-8 without a byte-order mark.",
            _ => null,
        };
}
