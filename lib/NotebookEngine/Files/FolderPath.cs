namespace NotebookEngine.Files;

/// <summary>Says what is in the way of a folder that is to be made; the system says only that a file exists.</summary>
internal static class FolderPath
{
    /// <param name="path">Absolute; the folder need not exist.</param>
    /// <exception cref="IOException">It, or one that it is to be made in, is a file.</exception>
    internal static void Check(string path)
    {
        var folder = path;
        while (FileKinds.Of(folder) is FileKind.Missing && Path.GetDirectoryName(folder) is { } above)
        {
            folder = above;
        }

        if (FileKinds.Of(folder) is FileKind.Regular or FileKind.Stream)
        {
            throw new IOException($"'{folder}' is a file, not a folder.");
        }
    }
}
