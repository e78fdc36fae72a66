namespace NotebookEngine.Files;

/// <summary>Reads files. A pipe or a device is refused: reading one may wait for ever, or never come to an end.</summary>
internal static class RegularFile
{
    /// <exception cref="IOException">It cannot be read, or is a pipe or a device.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    internal static byte[] ReadBytes(string path)
    {
        Check(path);
        return File.ReadAllBytes(path);
    }

    /// <exception cref="IOException">It cannot be read, or is a pipe or a device.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    internal static string ReadText(string path)
    {
        Check(path);
        return File.ReadAllText(path);
    }

    private static void Check(string path)
    {
        if (FileKinds.Of(path) is FileKind.Stream)
        {
            throw new IOException($"'{path}' is a pipe or a device, not a file.");
        }
    }
}
