using NotebookEngine.Installation;

namespace NotebookEngine.Tests.Installation;

/// <summary>Another's kernelspec is never lost, and ours goes without a trace.</summary>
public sealed class KernelspecPlaceTests : IDisposable
{
    private const string Another = """
        { "argv": ["dotnet", "interactive", "jupyter", "{connection_file}"], "display_name": ".NET (C#)", "language": "C#" }
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_kernelspec_has_all_that_front_ends_read()
    {
        Place.Write(Kernelspec.Of("/opt/dotnet", "/copies/1/NotebookEngine.dll"));

        Assert.Equal(
            """
            {
              "argv": [
                "/opt/dotnet",
                "/copies/1/NotebookEngine.dll",
                "kernel",
                "{connection_file}"
              ],
              "display_name": ".NET (C#)",
              "language": "C#",
              "interrupt_mode": "message",
              "metadata": {
                "debugger": false
              }
            }

            """.ReplaceLineEndings("\n"),
            File.ReadAllText(SpecFile)
        );
    }

    [Theory]
    [InlineData(@"D:\Ada\notebook-engine\1\NotebookEngine.dll", true)]
    [InlineData("/copies/1/NotebookEngine.dll", true)]
    [InlineData("/copies/1/OtherNotebookEngine.dll", false)]
    [InlineData("interactive", false)]
    public void A_kernelspec_is_ours_when_it_starts_the_engine(string argument, bool ours) =>
        Assert.Equal(ours, new Kernelspec { Argv = ["dotnet", argument, "kernel"] }.IsOurs);

    [Fact]
    public void Anothers_is_shown_with_the_choices()
    {
        _folder.Write("kernel.json", Another);

        var problem = Assert.Throws<InstallationException>(Place.MustNotBeAnothers);

        Assert.Equal(
            $"{SpecFile} is another kernel's and was left as it is: "
                + "'.NET (C#)', started by: dotnet interactive jupyter {connection_file}",
            problem.Message
        );
        Assert.Equal(
            "install with --workspace, for this checkout alone; or with --force, which keeps the other's file beside it "
                + "and lets 'uninstall' bring it back",
            problem.Remedy
        );
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{ "argv": null }""")]
    [InlineData("""{ "argv": ["dotnet", null] }""")]
    [InlineData("")]
    public void What_cannot_be_read_counts_as_anothers(string text)
    {
        _folder.Write("kernel.json", text);

        Assert.Throws<InstallationException>(Place.MustNotBeAnothers);
        Assert.Equal(KernelspecRemoval.LeftAnothers, Place.Remove());
        Assert.Equal(text, File.ReadAllText(SpecFile));
    }

    [Fact]
    public void What_was_replaced_comes_back()
    {
        _folder.Write("kernel.json", Another);

        Assert.True(Place.Write(Ours));
        Assert.False(Place.Write(Ours));
        Place.MustNotBeAnothers();

        Assert.Equal(KernelspecRemoval.BroughtBackAnothers, Place.Remove());
        Assert.Equal(Another, File.ReadAllText(SpecFile));
        Assert.Equal(KernelspecRemoval.LeftAnothers, Place.Remove());
        Assert.Equal([SpecFile], Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Ours_goes_with_its_folder_and_removing_twice_is_no_error()
    {
        Place.Write(Ours);

        Assert.Equal(KernelspecRemoval.Removed, Place.Remove());
        Assert.False(Directory.Exists(_folder.Path));
        Assert.Equal(KernelspecRemoval.NothingThere, Place.Remove());
        Directory.CreateDirectory(_folder.Path);
    }

    private static Kernelspec Ours => Kernelspec.Of("/opt/dotnet", "/copies/1/NotebookEngine.dll");

    private KernelspecPlace Place => new(_folder.Path);

    private string SpecFile => _folder.File("kernel.json");
}
