using NotebookEngine.Tests.CommandLine;

namespace NotebookEngine.Tests.Installation;

/// <summary>What a person sees who gives the commands wrongly, or where it cannot be done.</summary>
public sealed class InstallCommandTests(Engine engine) : IDisposable
{
    private readonly Checkout _checkout = new(engine);

    public void Dispose() => _checkout.Dispose();

    [Theory]
    [InlineData("install")]
    [InlineData("uninstall")]
    public async Task Two_places_at_once_are_wrong_usage(string command)
    {
        var (exitCode, lines, errors) = await _checkout.InvokeAsync(command, "--workspace", "--data-dir", "data");

        Assert.Equal(2, exitCode);
        Assert.Empty(lines);
        Assert.Equal(["--workspace and --data-dir exclude each other"], errors);
    }

    [Theory]
    [InlineData("install")]
    [InlineData("uninstall")]
    public async Task A_checkout_is_no_place_for_everybody(string command)
    {
        var (exitCode, _, errors) = await _checkout.InvokeAsync(command, "--workspace", "--system");

        Assert.Equal(2, exitCode);
        Assert.Equal(["--workspace and --system exclude each other"], errors);
        Assert.Empty(_checkout.Files());
    }

    [Fact]
    public async Task A_folder_without_a_name_is_wrong_usage()
    {
        var (exitCode, _, errors) = await _checkout.InvokeAsync("install", "--data-dir", "");

        Assert.Equal(2, exitCode);
        Assert.Equal(["--data-dir names no folder"], errors);
        Assert.Empty(_checkout.Files());
    }

    [Theory]
    [InlineData("Required argument missing for option: '--data-dir'.", "--data-dir")]
    [InlineData("Unrecognized command or argument 'perhaps'.", "--workspace=perhaps")]
    public async Task A_value_that_is_missing_or_none_is_wrong_usage(string message, params string[] options)
    {
        var (exitCode, _, errors) = await _checkout.InvokeAsync(["uninstall", .. options]);

        Assert.Equal(2, exitCode);
        Assert.Equal([message], errors);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named_with_the_remedy()
    {
        _checkout.Folder.Write("taken", "a file, where a folder is asked for");

        var (exitCode, _, errors) = await _checkout.InvokeAsync("install", "--data-dir", "taken");

        Assert.Equal(1, exitCode);
        Assert.Contains(_checkout.Folder.File("taken"), errors[0], StringComparison.Ordinal);
        Assert.Equal("  remedy: make the folder writable, or name another with --data-dir", errors[1]);
    }

    [Fact]
    public async Task Uninstalling_where_nothing_is_installed_changes_nothing()
    {
        var (exitCode, lines, _) = await _checkout.InvokeAsync("uninstall", "--workspace");

        var path = _checkout.Folder.File(Path.Combine(".jupyter", "kernels", ".net-csharp", "kernel.json"));
        Assert.Equal(0, exitCode);
        Assert.Equal([$"nothing at  {path}"], lines);
        Assert.Empty(_checkout.Files());
    }

    [Fact]
    public async Task A_checkout_gets_a_kernel_of_its_own_that_git_does_not_see()
    {
        Directory.CreateDirectory(_checkout.Folder.File(".git"));

        var (exitCode, lines, _) = await _checkout.InvokeAsync("install", "--workspace", "--quick");

        Assert.Equal(0, exitCode);
        Assert.Contains($"VS Code     finds it by {_checkout.Folder.File(".env")}, when that folder is opened", lines);
        Assert.Equal("*\n", File.ReadAllText(_checkout.Folder.File(".jupyter/.gitignore")));

        await _checkout.InvokeAsync("uninstall", "--workspace");
        Assert.Empty(_checkout.Files());
        Assert.False(Directory.Exists(_checkout.Folder.File(".jupyter")));
    }
}
