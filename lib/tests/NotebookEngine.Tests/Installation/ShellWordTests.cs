using NotebookEngine.CommandLine;
using NotebookEngine.Installation;

namespace NotebookEngine.Tests.Installation;

/// <summary>Command lines that a person copies into a shell: each path is one word there.</summary>
public sealed class ShellWordTests
{
    [Theory]
    [InlineData("/usr/share/dotnet/dotnet", "/usr/share/dotnet/dotnet")]
    [InlineData("/people/ada/my lessons", "'/people/ada/my lessons'")]
    [InlineData("/people/ada/$HOME `id`", "'/people/ada/$HOME `id`'")]
    [InlineData("/people/ada's/lessons", @"'/people/ada'\''s/lessons'")]
    [InlineData("", "''")]
    public void For_a_Unix_shell_single_quotes_stand_where_it_would_read_something_into_it(string path, string word) =>
        Assert.Equal(word, ShellWord.Quoted(path, isWindows: false));

    [Theory]
    [InlineData(@"C:\Lessons\engine.dll", @"C:\Lessons\engine.dll")]
    [InlineData(@"C:\Program Files\engine.dll", "\"C:\\Program Files\\engine.dll\"")]
    [InlineData(@"C:\R&D\engine.dll", "\"C:\\R&D\\engine.dll\"")]
    public void On_Windows_double_quotes_do(string path, string word) =>
        Assert.Equal(word, ShellWord.Quoted(path, isWindows: true));

    [Theory]
    [InlineData("/people/ada/my lessons")]
    [InlineData("/people/ada's \"own\"/$HOME `id` $(id);id&*~\\#!|<>")]
    public async Task A_Unix_shell_takes_it_for_the_path_and_nothing_else(string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no Unix shell.");

        var run = await ChildProgram.RunAsync(
            "/bin/sh",
            ["-c", $"printf '%s\\n' {ShellWord.Quoted(path, isWindows: false)}"],
            "/",
            TestContext.Current.CancellationToken
        );

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([path], run.Lines);
    }

    // PowerShell takes a line that begins with a quoted path for a text, and does not run it.
    [Fact]
    public void An_administrators_line_begins_with_the_plain_dotnet_on_Windows() =>
        Assert.Equal(
            "give the command in a terminal that was opened with 'Run as administrator': "
                + "dotnet \"C:\\My Lessons\\NotebookEngine.dll\" install --system --data-dir D:\\jupyter",
            AdministratorRights.Remedy(
                @"C:\Program Files\dotnet\dotnet.exe",
                @"C:\My Lessons\NotebookEngine.dll",
                "install --system",
                @"D:\jupyter",
                isWindows: true
            )
        );

    [Fact]
    public void An_administrators_line_names_the_same_dotnet_for_sudo() =>
        Assert.Equal(
            "sudo /usr/share/dotnet/dotnet '/people/ada/my lessons/NotebookEngine.dll' install --system",
            AdministratorRights.Remedy(
                "/usr/share/dotnet/dotnet",
                "/people/ada/my lessons/NotebookEngine.dll",
                "install --system",
                dataFolder: null,
                isWindows: false
            )
        );
}
