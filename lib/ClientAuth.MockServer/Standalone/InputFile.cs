namespace ClientAuth.MockServer.Standalone;

/// <summary>A file that the program reads, or the reason why it cannot.</summary>
internal static class InputFile
{
    /// <param name="name">What kind of file it is, in a word.</param>
    /// <param name="path">The file.</param>
    /// <param name="read">Reads it; throws <see cref="InvalidDataException"/> where its content is wrong.</param>
    /// <exception cref="StartFailure">The file is not there, is wrong or cannot be read; the message names it.</exception>
    public static T Read<T>(string name, string path, Func<string, T> read)
    {
        if (Directory.Exists(path))
        {
            throw StartFailure.Usage($"The {name} file '{path}' is a folder; name a file.");
        }

        try
        {
            return read(path);
        }
        catch (Exception e) when (e is FileNotFoundException or InvalidDataException)
        {
            throw StartFailure.Usage(e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StartFailure.Machine($"The {name} file '{path}' cannot be read: {e.Message}", e);
        }
    }
}
