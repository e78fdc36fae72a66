using System.Text;

namespace ClientAuth.MockServer.Standalone.Tests.Processes;

/// <summary>
/// The program's command without a process of its own, for command lines that it refuses: a process compiles for half a second what
/// the command then does in a millisecond. Tests of <see cref="StandaloneProcess"/> hold that the program passes everything on.
/// </summary>
internal static class CommandInProcess
{
    // A command line that is not refused would run until somebody stops it.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public static async Task<ToolResult> RunAsync(params IReadOnlyList<string> arguments)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exitCode = await new StandaloneCommand(TimeProvider.System, output, error).RunAsync(arguments, limit.Token);
        Assert.False(limit.IsCancellationRequested, "the command line was not refused");
        return new ToolResult(exitCode, Encoding.UTF8.GetBytes(output.ToString()), error.ToString());
    }
}
