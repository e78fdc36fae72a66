using NotebookEngine.Installation;

namespace NotebookEngine.Tests.Installation;

/// <summary>What another program wrote, as the checks read it.</summary>
public sealed class ChildProgramTests
{
    [Fact]
    public async Task An_answer_is_kept_apart_from_complaints()
    {
        var answered = await RunAsync("--version");
        var complained = await RunAsync("exec", "no-such-assembly.dll");

        Assert.Equal(0, answered.ExitCode);
        Assert.Equal(answered.Lines, answered.Output);
        Assert.Matches(@"\A\d+\.", Assert.Single(answered.Output));
        Assert.NotEqual(0, complained.ExitCode);
        Assert.NotEmpty(complained.Lines);
        Assert.Empty(complained.Output);
    }

    private static Task<ChildProgram> RunAsync(params string[] arguments) =>
        ChildProgram.RunAsync(
            DotnetHost.Path(),
            arguments,
            AppContext.BaseDirectory,
            TestContext.Current.CancellationToken
        );
}
