using NotebookEngine.Installation;

namespace NotebookEngine.Tests.Installation;

/// <summary>What an installation in a checkout leaves in the checkout.</summary>
public sealed class WorkspaceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_checkout_is_the_nearest_folder_with_git_above()
    {
        Directory.CreateDirectory(_folder.File(".git"));
        var below = Directory.CreateDirectory(_folder.File("lib/deep")).FullName;

        var place = InstallPlace.InWorkspaceOf(below);

        Assert.Equal(_folder.Path, place.Workspace);
        Assert.Equal(Path.Combine(_folder.Path, ".jupyter", "kernels", ".net-csharp"), place.KernelspecFolder);
        Assert.Equal(Path.Combine(_folder.Path, ".jupyter", "notebook-engine"), place.CopiesFolder);
    }

    [Fact]
    public void A_worktree_has_a_file_called_git()
    {
        _folder.Write(".git", "gitdir: elsewhere");

        Assert.Equal(_folder.Path, InstallPlace.InWorkspaceOf(_folder.Path).Workspace);
    }

    [Fact]
    public void One_line_is_added_and_the_rest_stays()
    {
        _folder.Write(".env", "# mine\nTOKEN=a b\n");

        Files.Write();

        Assert.Equal($"# mine\nTOKEN=a b\nJUPYTER_PATH={DataFolder}\n", Env());
        Assert.Equal("*\n", File.ReadAllText(Path.Combine(DataFolder, ".gitignore")));
    }

    [Fact]
    public void A_drive_in_other_capitals_is_the_same_folder_where_the_system_ignores_case()
    {
        var asTyped = DataFolder.ToUpperInvariant();
        _folder.Write(".env", $"JUPYTER_PATH={asTyped}\n");
        var files = new WorkspaceFiles(_folder.Path, DataFolder, StringComparer.OrdinalIgnoreCase);

        files.Write();

        Assert.Equal($"JUPYTER_PATH={DataFolder}\n", Env());

        _folder.Write(".env", $"JUPYTER_PATH={asTyped}\n");
        Assert.True(files.Remove());
        Assert.False(File.Exists(_folder.File(".env")));
    }

    [Fact]
    public void Where_case_counts_it_is_somebody_elses()
    {
        var others = DataFolder.ToUpperInvariant();
        _folder.Write(".env", $"JUPYTER_PATH={others}\n");

        new WorkspaceFiles(_folder.Path, DataFolder, StringComparer.Ordinal).Write();

        Assert.Equal($"JUPYTER_PATH={DataFolder}{Path.PathSeparator}{others}\n", Env());
    }

    [Fact]
    public void Writing_again_changes_nothing()
    {
        Files.Write();
        Files.Write();

        Assert.Equal($"JUPYTER_PATH={DataFolder}\n", Env());
    }

    [Fact]
    public void Folders_that_somebody_else_has_put_there_are_searched_after_ours()
    {
        _folder.Write(".env", "A=1\r\nJUPYTER_PATH=/theirs\r\nB=2");

        Files.Write();

        Assert.Equal($"A=1\r\nJUPYTER_PATH={DataFolder}{Path.PathSeparator}/theirs\nB=2\n", Env());
        Assert.Equal($"{DataFolder}{Path.PathSeparator}/theirs", Files.Value());
    }

    [Theory]
    [InlineData('"')]
    [InlineData('\'')]
    public void Quotes_around_somebody_elses_folders_are_none_of_their_names(char quote)
    {
        _folder.Write(".env", $"JUPYTER_PATH={quote}/theirs{quote}\n");

        Assert.Equal("/theirs", Files.Value());
        Files.Write();

        Assert.Equal($"JUPYTER_PATH={DataFolder}{Path.PathSeparator}/theirs\n", Env());
    }

    [Fact]
    public void Removing_leaves_what_was_there_before()
    {
        _folder.Write(".env", "A=1\nJUPYTER_PATH=/theirs\n");
        Files.Write();

        Assert.True(Files.Remove());

        Assert.Equal("A=1\nJUPYTER_PATH=/theirs\n", Env());
        Assert.False(Files.Remove());
    }

    [Fact]
    public void A_file_that_held_nothing_else_goes()
    {
        Files.Write();

        Assert.True(Files.Remove());

        Assert.False(File.Exists(_folder.File(".env")));
    }

    private string DataFolder => Path.Combine(_folder.Path, ".jupyter");

    private WorkspaceFiles Files => new(_folder.Path, DataFolder);

    private string Env() => File.ReadAllText(_folder.File(".env"));
}
