using NotebookEngine.FrontEnds.Tests.Processes;

namespace NotebookEngine.FrontEnds.Tests.Hub;

/// <summary>What starts a learner's server, where the learner's home is not as it left it.</summary>
public sealed class StartLearnerTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("learner-");

    public void Dispose() => _home.Delete(recursive: true);

    [Theory]
    [InlineData("lib")]
    [InlineData("data")]
    public async Task A_clone_of_the_learners_own_stays_as_it_is_and_the_learner_is_told(string folder)
    {
        var own = Path.Combine(_home.FullName, "client-authentication");
        Directory.CreateDirectory(Path.Combine(own, folder));

        await using var start = RunningProgram.Start(
            "/bin/sh",
            [Path.Combine(Checkout.Root, "lib", "hub", "start-learner.sh")],
            _home.FullName,
            new Dictionary<string, string> { ["HOME"] = _home.FullName, ["COURSE_FOLDER"] = Checkout.Root },
            package: "dash"
        );

        Assert.Equal(1, await start.EndAsync());
        Assert.Equal(
            $"{own}/{folder} is there and is no link to the course. If {own} is a clone of your own, give it another name; then start the server again.",
            start.Output
        );
        Assert.Equal([Path.Combine(own, folder)], Directory.EnumerateFileSystemEntries(own));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(own, folder)));
    }
}
