using System.Runtime.InteropServices;
using NotebookEngine.Installation;

namespace NotebookEngine.Tests.Installation;

/// <summary>The folders of every system, asked for on whichever one the tests run.</summary>
public sealed class JupyterPathsTests
{
    [Fact]
    public void On_Linux_the_users_folder_comes_before_those_of_the_system()
    {
        var paths = JupyterPaths.For(Linux());

        Assert.Equal(
            ["/people/ada/.local/share/jupyter", "/usr/local/share/jupyter", "/usr/share/jupyter"],
            paths.InOrder
        );
    }

    [Fact]
    public void On_macOS_the_users_folder_is_in_the_library()
    {
        var paths = JupyterPaths.For(new Machine(OSPlatform.OSX, _ => null, "/people/ada"));

        Assert.Equal(["/people/ada/Library/Jupyter", "/usr/local/share/jupyter", "/usr/share/jupyter"], paths.InOrder);
    }

    [Fact]
    public void On_Windows_the_folders_are_those_of_roaming_and_of_program_data()
    {
        var paths = JupyterPaths.For(Windows(("APPDATA", @"D:\Ada\Roaming"), ("PROGRAMDATA", @"C:\ProgramData")));

        Assert.Equal([@"D:\Ada\Roaming\jupyter", @"C:\ProgramData\jupyter"], paths.InOrder);
    }

    [Fact]
    public void On_Windows_without_variables_the_folder_is_below_the_profile() =>
        Assert.Equal([@"C:\People\Ada\AppData\Roaming\jupyter"], JupyterPaths.For(Windows()).InOrder);

    [Theory]
    [InlineData("JUPYTER_DATA_DIR", "/data", "/data")]
    [InlineData("XDG_DATA_HOME", "/data", "/data/jupyter")]
    [InlineData("XDG_DATA_HOME", "/data/", "/data/jupyter")]
    [InlineData("XDG_DATA_HOME", "relative", "/people/ada/.local/share/jupyter")]
    [InlineData("JUPYTER_DATA_DIR", "", "/people/ada/.local/share/jupyter")]
    public void A_variable_moves_the_users_folder_when_it_is_absolute(string variable, string value, string user) =>
        Assert.Equal(user, JupyterPaths.For(Linux((variable, value))).User);

    [Fact]
    public void The_path_variable_is_searched_first_and_relative_entries_of_it_are_not()
    {
        Assert.Equal(["/a", "/b c"], JupyterPaths.For(Linux(("JUPYTER_PATH", "/a:b::/b c"))).Named);
        Assert.Equal([@"C:\a", @"\\host\b"], JupyterPaths.For(Windows(("JUPYTER_PATH", @"C:\a;\b;\\host\b"))).Named);
    }

    [Fact]
    public void A_user_without_a_folder_is_told_what_to_do()
    {
        var problem = Assert.Throws<InstallationException>(() =>
            JupyterPaths.For(new Machine(OSPlatform.Linux, _ => null, ""))
        );

        Assert.Equal("this user has no home folder (HOME is not set, and the system knows none)", problem.Message);
        Assert.Equal("name a folder with --data-dir, or install with --workspace", problem.Remedy);
    }

    [Fact]
    public void The_copies_are_in_the_local_application_data_of_each_system()
    {
        Assert.Equal("/people/ada/.local/share/notebook-engine", InstallPlace.ForUser(Linux()).CopiesFolder);
        Assert.Equal("/data/notebook-engine", InstallPlace.ForUser(Linux(("XDG_DATA_HOME", "/data"))).CopiesFolder);
        Assert.Equal(
            "/people/ada/Library/Application Support/notebook-engine",
            InstallPlace.ForUser(new Machine(OSPlatform.OSX, _ => null, "/people/ada")).CopiesFolder
        );
        Assert.Equal(
            @"E:\Local\notebook-engine",
            InstallPlace.ForUser(Windows(("LOCALAPPDATA", @"E:\Local"))).CopiesFolder
        );
    }

    private static Machine Linux(params (string Name, string Value)[] variables) =>
        new(OSPlatform.Linux, Variables(variables), "/people/ada");

    private static Machine Windows(params (string Name, string Value)[] variables) =>
        new(OSPlatform.Windows, Variables(variables), @"C:\People\Ada");

    private static Func<string, string?> Variables((string Name, string Value)[] variables) =>
        name => variables.FirstOrDefault(variable => variable.Name == name).Value;
}
