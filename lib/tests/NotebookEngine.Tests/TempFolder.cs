namespace NotebookEngine.Tests;

/// <summary>A folder of one test's own, deleted with all that is in it.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = RealPath.Of(Directory.CreateTempSubdirectory("notebook-engine-").FullName);

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(File(name))!);
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    // A library that a session has loaded stays locked on Windows for as long as the process lives.
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (UnauthorizedAccessException) { }
    }
}
