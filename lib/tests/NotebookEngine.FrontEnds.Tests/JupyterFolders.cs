namespace NotebookEngine.FrontEnds.Tests;

/// <summary>One front end's own folders, so that it sees the installed kernel and nothing of the person at this machine.</summary>
internal sealed class JupyterFolders : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("front-end-").FullName;

    /// <summary>Where a front end keeps connection files.</summary>
    public string Runtime => Path.Combine(Root, "runtime");

    public IReadOnlyDictionary<string, string> Environment =>
        new Dictionary<string, string>
        {
            ["JUPYTER_DATA_DIR"] = InstalledKernel.DataFolder,
            ["JUPYTER_CONFIG_DIR"] = Path.Combine(Root, "config"),
            ["JUPYTER_RUNTIME_DIR"] = Runtime,
            ["JUPYTER_PATH"] = "",
            ["IPYTHONDIR"] = Path.Combine(Root, "ipython"),
        };

    public string File(string name) => Path.Combine(Root, name);

    /// <summary>Connection files that are still there.</summary>
    public IEnumerable<string> ConnectionFiles() =>
        Directory.Exists(Runtime) ? Directory.EnumerateFiles(Runtime, "kernel-*.json") : [];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
