namespace ClientAuth.MockServer.Soak.Measuring;

/// <summary>
/// A folder for this run alone, where the process works and keeps its temporary files, so that a file which the server leaves is found.
/// </summary>
internal sealed class OwnFolder : IDisposable
{
    // The variables that systems name the folder for temporary files by.
    private static readonly string[] Variables = ["TMPDIR", "TMP", "TEMP"];

    private readonly string _before = Environment.CurrentDirectory;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("client-auth-soak-");

    public OwnFolder()
    {
        foreach (var variable in Variables)
        {
            Environment.SetEnvironmentVariable(variable, _folder.FullName);
        }

        Environment.CurrentDirectory = _folder.FullName;
    }

    /// <summary>What is in the folder, by name.</summary>
    public IReadOnlyList<string> Left() =>
        [
            .. _folder
                .EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
                .Select(entry => Path.GetRelativePath(_folder.FullName, entry.FullName)),
        ];

    public void Dispose()
    {
        Environment.CurrentDirectory = _before;
        _folder.Delete(recursive: true);
    }
}
