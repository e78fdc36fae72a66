using NotebookEngine.Installation.Checks;

namespace NotebookEngine.Tests.Installation.Checks;

/// <summary>Whether what notebooks load is there, and as new as its source.</summary>
public sealed class LibrariesCheckTests : IDisposable
{
    private static readonly DateTime Built = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_library_that_is_not_built_is_a_problem_with_the_notebooks_that_need_it()
    {
        Notebook("one", "#r \"../lib/bin/My.Library.dll\"\n1");
        Notebook("two", "  #r   \"../lib/bin/My.Library.dll\"");
        Notebook("three", "#r \"nuget: Something\"\n#r \"System.Xml\"");

        var finding = Assert.Single(await RunAsync());

        Assert.Equal(FindingLevel.Problem, finding.Level);
        Assert.Equal($"{Library} is not there, but loaded by one, two", finding.Text);
        Assert.Equal("build it: dotnet build", finding.Remedy);
    }

    [Fact]
    public async Task A_library_as_new_as_its_source_is_well()
    {
        Notebook("one", "#r \"../lib/bin/My.Library.dll\"");
        Build("lib/bin/My.Library.dll", Built);
        Write("lib/My.Library/Code.cs", Built.AddMinutes(-1));
        Write("lib/My.Library/obj/Generated.cs", Built.AddMinutes(1));
        _folder.Write("lib/My.Library/My.Library.csproj", "<Project />");

        Assert.Equal(FindingLevel.Ok, Assert.Single(await RunAsync()).Level);
    }

    // A disk that was full, a copy that was interrupted, a sync that has not ended.
    [Theory]
    [InlineData("My.Library.dll", 0, "is empty")]
    [InlineData("My.Library.dll", 100, "is cut off, or no assembly")]
    [InlineData("My.Library.dll", 5000, "is cut off, or no assembly")]
    [InlineData("My.Library.dll", -1, "is cut off, or no assembly")]
    [InlineData("Of.A.Package.dll", 0, "is empty")]
    public async Task A_damaged_library_is_a_problem_and_so_is_one_that_it_needs(string name, int length, string damage)
    {
        Notebook("one", "#r \"../lib/bin/My.Library.dll\"");
        Build("lib/bin/My.Library.dll", Built);
        Build("lib/bin/Of.A.Package.dll", Built);
        await using (var file = File.OpenWrite(_folder.File($"lib/bin/{name}")))
        {
            file.SetLength(length < 0 ? file.Length + length * 2048 : length);
        }

        var finding = Assert.Single(await RunAsync());

        Assert.Equal(FindingLevel.Problem, finding.Level);
        Assert.StartsWith(
            $"{_folder.File(Path.Combine("lib", "bin", name))} {damage}",
            finding.Text,
            StringComparison.Ordinal
        );
        Assert.EndsWith("; loaded, or needed by what is loaded, by one", finding.Text, StringComparison.Ordinal);
        Assert.Equal("build it anew: dotnet build --no-incremental", finding.Remedy);
    }

    [Fact]
    public async Task A_newer_source_of_a_project_that_it_references_is_named()
    {
        Notebook("one", "#r \"../lib/bin/My.Library.dll\"");
        Build("lib/bin/My.Library.dll", Built);
        Build("lib/bin/My.Core.dll", Built);
        Write("lib/My.Core/Code.cs", Built.AddSeconds(1));
        _folder.Write("lib/My.Core/My.Core.csproj", "<Project />");
        _folder.Write(
            "lib/My.Library/My.Library.csproj",
            """<Project><ItemGroup><ProjectReference Include="..\My.Core\My.Core.csproj" /></ItemGroup></Project>"""
        );

        var finding = Assert.Single(await RunAsync());

        Assert.Equal(FindingLevel.Warning, finding.Level);
        Assert.Equal(
            $"{Library} is older than its source {_folder.File(Path.Combine("lib", "My.Core", "Code.cs"))}",
            finding.Text
        );
        Assert.Equal("build it anew: dotnet build", finding.Remedy);
    }

    [Fact]
    public async Task A_notebook_that_cannot_be_read_is_named_and_the_others_are_looked_at()
    {
        _folder.Write("notebooks/broken.ipynb", "{");
        Notebook("one", "#r \"../lib/bin/My.Library.dll\"");

        var findings = await RunAsync();

        Assert.Equal([FindingLevel.Warning, FindingLevel.Problem], findings.Select(finding => finding.Level));
    }

    private string Library => _folder.File(Path.Combine("lib", "bin", "My.Library.dll"));

    private void Notebook(string name, string source) =>
        _folder.Write($"notebooks/{name}.ipynb", new NotebookText().Code("only", source).ToString());

    private void Write(string name, DateTime written) => File.SetLastWriteTimeUtc(_folder.Write(name, ""), written);

    private void Build(string name, DateTime written)
    {
        Write(name, written);
        File.Copy(typeof(Finding).Assembly.Location, _folder.File(name), overwrite: true);
        File.SetLastWriteTimeUtc(_folder.File(name), written);
    }

    private Task<IReadOnlyList<Finding>> RunAsync() =>
        new LibrariesCheck(_folder.Path).RunAsync(TestContext.Current.CancellationToken);
}
