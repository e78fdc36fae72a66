using System.Runtime.InteropServices;
using NotebookEngine.Installation;

namespace NotebookEngine.Tests.Installation;

/// <summary>One kernel for all accounts of a machine: they read it, and none of them can change it.</summary>
public sealed class SystemInstallTests : IDisposable
{
    private const UnixFileMode ForReaders =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const UnixFileMode ForPrograms =
        ForReaders | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private const UnixFileMode Any = ForPrograms | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private readonly TempFolder _folder = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };

    public void Dispose()
    {
        _output.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("LINUX")]
    [InlineData("OSX")]
    public void On_Linux_and_macOS_it_is_where_every_Jupyter_looks(string platform)
    {
        var place = InstallPlace.ForEverybody(new Machine(OSPlatform.Create(platform), _ => null, "/people/ada"));

        Assert.Equal("/usr/local/share/jupyter", place.DataFolder);
        Assert.Equal("/usr/local/lib/notebook-engine", place.CopiesFolder);
        Assert.True(place is { IsSearched: true, IsEverybodys: true });
    }

    [Theory]
    [InlineData(@"D:\Programs", @"D:\Programs\jupyter")]
    [InlineData(null, @"C:\Program Files\jupyter")]
    public void On_Windows_it_is_where_administrators_alone_can_write(string? programs, string folder)
    {
        var place = InstallPlace.ForEverybody(
            new Machine(OSPlatform.Windows, name => name == "ProgramFiles" ? programs : null, @"C:\People\Ada")
        );

        Assert.Equal(folder, place.DataFolder);
        Assert.True(place is { IsSearched: false, IsEverybodys: true });
    }

    [Fact]
    public async Task Everybody_reads_all_of_it_and_the_installing_account_alone_writes()
    {
        NeedsOthers();
        var build = new EngineBuild(_folder.File("build"));
        FolderCopy.Copy(EngineBuild.OfThisProcess().Folder, build.Folder);
        // As in a checkout whose group may write, and nobody else read.
        SetAll(build.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite);
        Open(_folder.Path);

        await InstallAsync(build);

        var wrong = Directory
            .EnumerateFileSystemEntries(_folder.File("data"), "*", SearchOption.AllDirectories)
            .Append(_folder.File("data"))
            .Where(path => Mode(path) != (Directory.Exists(path) ? ForPrograms : ForReaders));
        Assert.Empty(wrong);
        Assert.Contains("\neverybody   on this machine can use it; only the account ", _output.ToString());
        await new Uninstaller(Place, _output).UninstallAsync();
        Assert.False(Directory.Exists(_folder.File("data")));
    }

    [Fact]
    public async Task A_folder_that_others_cannot_enter_stops_it_before_anything_is_made()
    {
        NeedsOthers();
        SetMode(
            Directory.CreateDirectory(_folder.File("closed")).FullName,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
        Open(_folder.Path);
        var place = InstallPlace.In(_folder.File("closed/data")) with { IsEverybodys = true };

        var problem = await Assert.ThrowsAsync<InstallationException>(() =>
            InstallAsync(EngineBuild.OfThisProcess(), place)
        );

        var closed = _folder.File("closed");
        Assert.StartsWith($"other accounts of this machine cannot enter {closed}, so that", problem.Message);
        Assert.StartsWith($"open it to them ('chmod o+x {closed}')", problem.Remedy);
        Assert.Empty(Directory.EnumerateFileSystemEntries(closed));
    }

    [Theory]
    [InlineData("install")]
    [InlineData("uninstall")]
    public async Task Without_the_right_to_it_a_person_is_told_the_command_that_has_it(string command)
    {
        NeedsOthers();
        NeedsToBeReached(EngineBuild.OfThisProcess().Folder);
        var data = Directory.CreateDirectory(_folder.File("data/notebook-engine")).Parent!.FullName;
        Open(_folder.Path);
        SetAll(data, UnixFileMode.UserRead);
        string[] line =
        [
            .. OfAnotherAccount(),
            DotnetHost.Path(),
            EngineBuild.OfThisProcess().Program,
            command,
            "--system",
            "--data-dir",
            data,
        ];

        try
        {
            var run = await ChildProgram.RunAsync(line[0], line[1..], "/", TestContext.Current.CancellationToken);

            Assert.Equal(1, run.ExitCode);
            Assert.StartsWith("this account may not change what all accounts use: ", run.Lines[0]);
            Assert.Equal(
                $"  remedy: sudo {ShellWord.Quoted(DotnetHost.Path())} {ShellWord.Quoted(EngineBuild.OfThisProcess().Program)} {command} --system --data-dir {ShellWord.Quoted(data)}",
                run.Lines[1]
            );
            Assert.Equal(2, run.Lines.Count);
        }
        finally
        {
            // Whoever may not write in a folder cannot delete what is in it.
            SetAll(data, Any);
        }
    }

    private InstallPlace Place => InstallPlace.In(_folder.File("data")) with { IsEverybodys = true };

    private Task InstallAsync(EngineBuild build, InstallPlace? place = null) =>
        new Installer(place ?? Place, build, DotnetHost.Path(), _output, TimeProvider.System).InstallAsync(
            force: false,
            quick: true,
            TestContext.Current.CancellationToken
        );

    // Root may write everywhere, so it takes another account's number.
    private static IEnumerable<string> OfAnotherAccount()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return [];
        }

        if (!RequiredTools.IsThere("setpriv"))
        {
            RequiredTools.Missing("setpriv is not installed here; Debian has it in util-linux.");
        }

        return ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"];
    }

    private static void NeedsOthers()
    {
        Assert.SkipWhen(
            OperatingSystem.IsWindows(),
            "Windows has no file modes: %ProgramFiles% is closed by its access lists."
        );
        NeedsToBeReached(DotnetHost.Path());
    }

    private static void NeedsToBeReached(string path)
    {
        try
        {
            EverybodysFolder.MustBeReached(path);
        }
        catch (InstallationException closed)
        {
            Assert.Skip($"It is about other accounts of this machine: {closed.Message}.");
        }
    }

    private static void Open(string folder) => SetMode(folder, ForPrograms);

    // Folders keep what it takes to enter them.
    private static void SetAll(string folder, UnixFileMode mode)
    {
        const UnixFileMode Enter = UnixFileMode.UserExecute | UnixFileMode.OtherExecute | UnixFileMode.OtherRead;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            SetMode(file, mode);
        }

        SetMode(folder, mode | Enter);
        foreach (var below in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories))
        {
            SetMode(below, mode | Enter);
        }
    }

    private static UnixFileMode Mode(string path) =>
        OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
