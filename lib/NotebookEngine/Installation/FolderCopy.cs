namespace NotebookEngine.Installation;

/// <summary>Whole folders, copied or moved.</summary>
internal static class FolderCopy
{
    internal static void Copy(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var folder in Directory.EnumerateDirectories(source))
        {
            Copy(folder, Path.Combine(target, Path.GetFileName(folder)));
        }

        foreach (var file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }
    }

    /// <summary>Moves a folder, or copies it where something still looks at its files, as a virus scanner does on Windows.</summary>
    internal static void Move(string source, string target)
    {
        try
        {
            Directory.Move(source, target);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Copy(source, target);
        }
    }

    /// <summary>Bytes of all files in a folder and below.</summary>
    internal static long Size(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    /// <returns>Whether the folder is gone.</returns>
    internal static bool TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
