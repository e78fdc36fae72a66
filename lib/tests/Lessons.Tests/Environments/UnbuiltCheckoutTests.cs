namespace Lessons.Tests.Environments;

/// <summary>A checkout that nobody has built, in the hands of an account that cannot write to it.</summary>
public sealed class UnbuiltCheckoutTests : IDisposable
{
    private readonly string _root = RealPath.Of(Directory.CreateTempSubdirectory("unbuilt-").FullName);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Dotnet_run_says_what_it_needs()
    {
        Assert.SkipUnless(
            RequiredTools.AllPromised,
            $"Runs where {RequiredTools.Variable} is 'all': it takes its time."
        );
        var surroundings = KnownSurroundings.ReadOnlyMount(_root, home: Path.GetTempPath());
        await surroundings.RequireAsync();
        foreach (var room in new[] { "", "NotebookEngine" })
        {
            var from = Path.Combine(Checkout.Root, "lib", room);
            var to = Directory.CreateDirectory(Path.Combine(_root, "lib", room)).FullName;
            foreach (var file in Directory.EnumerateFiles(from, room.Length == 0 ? "Directory.*" : "*.csproj"))
            {
                File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
            }
        }

        var run = await ChildProcess.RunAsync(
            surroundings.Of("dotnet", ["run", "--project", "lib/NotebookEngine", "-p:EngineAlone=true"], _root)
        );

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            $"error : This checkout is not built, and this account cannot write to '{Path.Combine(_root, "lib", "artifacts")}'. Ask somebody who may write there to run dotnet build once, or copy the checkout",
            run.Output + run.Errors,
            StringComparison.Ordinal
        );
    }
}
