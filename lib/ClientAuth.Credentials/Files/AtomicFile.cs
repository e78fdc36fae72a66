namespace ClientAuth.Credentials.Files;

/// <summary>
/// Writes a text beside its place and then moves it there, so that a reader finds the old file or the new one and never a half. Through a
/// link, the file that it means is written and the link stays, also where that file is not there yet.
/// </summary>
public static class AtomicFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">Its folder exists.</param>
    /// <param name="text">Written as UTF-8.</param>
    /// <exception cref="IOException">It cannot be written; what was there is there still.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, string text)
    {
        var file = new FileInfo(path).LinkTarget is null
            ? path
            : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
        var beside = $"{file}.{Path.GetRandomFileName()}";
        try
        {
            File.WriteAllText(beside, text);
            File.Move(beside, file, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
