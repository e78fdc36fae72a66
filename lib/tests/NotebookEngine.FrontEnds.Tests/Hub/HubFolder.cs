using NotebookEngine.Comparison;
using NotebookEngine.FrontEnds.Tests.Processes;
using NotebookEngine.Installation;

namespace NotebookEngine.FrontEnds.Tests.Hub;

/// <summary>
/// The disk of a machine with a hub: the built checkout and the kernel, which learners only read, their homes, and the hub's own folder.
/// </summary>
internal sealed class HubFolder : IDisposable
{
    // The id of a cell with an exercise, alone or with a number.
    private const string Exercise = "exercise";

    private readonly string _root = Directory.CreateTempSubdirectory("class-on-hub-").FullName;

    private HubFolder() { }

    /// <summary>The built checkout.</summary>
    public string Course => Path.Combine(_root, "course");

    /// <summary>The data folder of Jupyter with the kernel.</summary>
    public string Kernels => Path.Combine(_root, "jupyter");

    public string Homes => Path.Combine(_root, "homes");

    /// <summary>The hub's database, cookie secret and process number.</summary>
    public string State => Path.Combine(_root, "hub");

    /// <summary>What learners share, before any of them has come.</summary>
    public IReadOnlyList<string> AtFirst { get; private set; } = [];

    /// <summary>With the kernel installed for everybody, by the engine's own command.</summary>
    public static async Task<HubFolder> MakeAsync()
    {
        var folder = new HubFolder();
        try
        {
            folder.CopyCourse();
            await folder.InstallAsync();
            folder.AtFirst = folder.Shared();
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>How many exercises the lessons have: as many as the progress of a learner is counted by.</summary>
    public static int Exercises() =>
        Directory
            .EnumerateFiles(Path.Combine(Checkout.Root, "notebooks"), "*.ipynb")
            .SelectMany(lesson => SavedNotebook.Read(lesson).CodeCells)
            .Count(cell => cell.Id == Exercise || cell.Id.StartsWith($"{Exercise}-", StringComparison.Ordinal));

    /// <summary>A file in a learner's home.</summary>
    public string Home(string learner, string file) => Path.Combine(Homes, learner, file);

    /// <summary>Those of the shared files and folders that others than their owner may write.</summary>
    public IReadOnlyList<string> Writable() =>
        [
            .. new[] { Course, Kernels }
                .SelectMany(folder => Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories))
                .Where(IsWritable),
        ];

    /// <summary>What learners share, each file with its size and the time of its last change.</summary>
    public IReadOnlyList<string> Shared() =>
        [
            .. new[] { Course, Kernels }
                .SelectMany(folder => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
                .Select(file => FormattableString.Invariant($"{file.FullName} {file.Length} {file.LastWriteTimeUtc:O}"))
                .Order(StringComparer.Ordinal),
        ];

    private void CopyCourse()
    {
        Directory.CreateDirectory(State);
        Directory.CreateDirectory(Homes);
        foreach (var part in new[] { "lib/bin", "lib/hub", "data", "notebooks" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Course, part))!);
            FolderCopy.Copy(Path.Combine(Checkout.Root, part), Path.Combine(Course, part));
        }

        foreach (var page in new[] { "README.md", "certs/README.md" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Course, page))!);
            File.Copy(Path.Combine(Checkout.Root, page), Path.Combine(Course, page));
        }

        EverybodysFolder.Share(_root);
    }

    private async Task InstallAsync()
    {
        await using var install = RunningProgram.Start(
            InstalledKernel.DotNet,
            [InstalledKernel.Engine, "install", "--quick", "--system", "--data-dir", Kernels],
            _root,
            new Dictionary<string, string>(),
            package: "nothing: it is the .NET SDK"
        );
        var exitCode = await install.EndAsync();
        Assert.True(exitCode == 0, install.Output);
    }

    private static bool IsWritable(string path) =>
        !OperatingSystem.IsWindows()
        && (File.GetUnixFileMode(path) & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) != 0;

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
