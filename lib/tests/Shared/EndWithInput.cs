using System.Diagnostics;

namespace Tests.Shared;

/// <summary>Ends programs that end with their standard input, as those do that somebody has started for a time.</summary>
internal static class EndWithInput
{
    /// <summary>Closes the input, waits, and disposes of the process; one that goes on for longer than that is killed.</summary>
    public static async ValueTask EndWithInputAsync(this Process process, TimeSpan limit)
    {
        process.StandardInput.Close();
        using var wait = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(wait.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
