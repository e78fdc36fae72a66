using System.Reflection.PortableExecutable;
using NotebookEngine.Installation;

namespace NotebookEngine.Tests.Installation;

/// <summary>
/// The installation that people get: from a checkout, compiled ahead of time, nothing but the copy and its kernelspec left. The
/// compiler's own large assemblies are left out here: with them it takes two minutes of processor time, and shows nothing more.
/// </summary>
public sealed class ReadyToRunTests : IDisposable
{
    private const string Exclusion = "PublishReadyToRunExclude";

    private static readonly string[] LeftOut =
    [
        "Microsoft.CodeAnalysis",
        "Microsoft.CodeAnalysis.CSharp",
        "Microsoft.CodeAnalysis.Features",
        "Microsoft.CodeAnalysis.CSharp.Features",
        "Microsoft.CodeAnalysis.Workspaces",
        "Microsoft.CodeAnalysis.CSharp.Workspaces",
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_copy_is_compiled_ahead_of_time_and_the_checkout_stays_clean()
    {
        Assert.SkipUnless(
            RequiredTools.AllPromised,
            "It compiles the engine for half a minute of processor time; .ci/run does it."
        );
        var checkout = await CloneAsync();
        await LeaveOutAsync(checkout);
        var program = BuildIn(checkout).Program;
        var data = _folder.File("data");

        var install = await RunAsync(DotnetHost.Path(), [program, "install", "--data-dir", data], checkout);

        Assert.True(install.ExitCode == 0, string.Join('\n', install.Lines));
        Assert.Contains(install.Lines, line => line.EndsWith("MB, compiled ahead of time)", StringComparison.Ordinal));
        Assert.Empty((await RunAsync("git", ["status", "--porcelain"], checkout)).Lines);
        Assert.False(Directory.Exists(Path.Combine(checkout, "lib", "bin")), "the notebooks' library was built, too");

        var place = InstallPlace.In(data);
        var copy = Path.GetDirectoryName(Kernelspec.Read(place.KernelspecFolder)!.Program)!;
        Assert.Equal([copy], Directory.EnumerateFileSystemEntries(place.CopiesFolder));
        string[] needed = ["NotebookEngine", "Microsoft.CodeAnalysis.CSharp.Scripting", "NetMQ"];
        Assert.All(needed, name => Assert.True(IsReadyToRun(Path.Combine(copy, name + ".dll")), name));
        Assert.All(LeftOut, name => Assert.False(IsReadyToRun(Path.Combine(copy, name + ".dll")), name));
        Assert.False(IsReadyToRun(program), "the build, too, is compiled ahead of time: this test shows nothing");
    }

    private async Task<string> CloneAsync()
    {
        var target = _folder.File("a clone");
        var clone = await RunAsync("git", ["clone", "--quiet", "--depth", "1", "file://" + Root, target], Root);
        Assert.True(clone.ExitCode == 0, string.Join('\n', clone.Lines));
        return target;
    }

    // Committed, since the checkout must be clean afterwards.
    private static async Task LeaveOutAsync(string checkout)
    {
        var project = Path.Combine(checkout, Path.GetRelativePath(Root, Project));
        var text = await File.ReadAllTextAsync(project, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(Exclusion, text, StringComparison.Ordinal);
        var items = string.Concat(LeftOut.Select(name => $"<{Exclusion} Include=\"{name}.dll\" />"));
        await File.WriteAllTextAsync(
            project,
            text.Replace("</Project>", $"<ItemGroup>{items}</ItemGroup></Project>", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );
        string[] commit = ["-c", "user.name=test", "-c", "user.email=test@localhost", "commit", "--all", "--quiet"];
        var committed = await RunAsync("git", [.. commit, "--message", "left out"], checkout);
        Assert.True(committed.ExitCode == 0, string.Join('\n', committed.Lines));
    }

    // Where 'dotnet build' would put it, without building everything once more.
    private static EngineBuild BuildIn(string checkout)
    {
        var build = new EngineBuild(Path.Combine(checkout, "lib", "artifacts", "bin", "NotebookEngine", "debug"));
        FolderCopy.Copy(EngineBuild.OfThisProcess().Folder, build.Folder);
        return build;
    }

    private static string Root => Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(Project)!))!;

    private static string Project =>
        EngineBuild.OfThisProcess().Project() ?? throw new InvalidOperationException("no project above the tests");

    private static bool IsReadyToRun(string assembly)
    {
        using var reader = new PEReader(File.OpenRead(assembly));
        return reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }

    private static Task<ChildProgram> RunAsync(string program, IEnumerable<string> arguments, string folder) =>
        ChildProgram.RunAsync(program, arguments, folder, TestContext.Current.CancellationToken);
}
