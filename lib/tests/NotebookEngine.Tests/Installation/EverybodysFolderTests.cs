using NotebookEngine.Installation;

namespace NotebookEngine.Tests.Installation;

/// <summary>Whether other accounts get to a file: by every folder on the way, and by those that links lead to.</summary>
public sealed class EverybodysFolderTests : IDisposable
{
    private const UnixFileMode Open =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute;

    private const UnixFileMode Closed = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_folders_and_links_to_them_let_others_through()
    {
        MakeFolders();
        Link("link", "home/dotnet");
        Link("second-link", "link");

        EverybodysFolder.MustBeReached(_folder.File("home/dotnet/dotnet"));
        EverybodysFolder.MustBeReached(_folder.File("second-link/dotnet"));
    }

    [Theory]
    [InlineData("home/dotnet/dotnet")]
    [InlineData("link/dotnet")]
    [InlineData("second-link/dotnet")]
    [InlineData("link-to-file")]
    public void A_closed_folder_stops_it_by_whatever_links_one_gets_there(string path)
    {
        MakeFolders();
        Link("link", "home/dotnet");
        Link("second-link", "link");
        Link("link-to-file", "link/dotnet");
        SetMode(_folder.File("home"), Closed);

        var problem = Assert.Throws<InstallationException>(() => EverybodysFolder.MustBeReached(_folder.File(path)));

        Assert.Equal(
            $"other accounts of this machine cannot enter {_folder.File("home")}, so that they could not start {_folder.File(path)}",
            problem.Message
        );
    }

    private void MakeFolders()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        SetMode(_folder.Path, Open);
        _folder.Write("home/dotnet/dotnet", "");
        SetMode(_folder.File("home/dotnet/dotnet"), Open);
        SetMode(_folder.File("home/dotnet"), Open);
        SetMode(_folder.File("home"), Open);
    }

    // Absolute ones and those that begin where the link is.
    private void Link(string name, string target) =>
        File.CreateSymbolicLink(_folder.File(name), name == "link" ? _folder.File(target) : target);

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
