using System.Diagnostics;

namespace NotebookEngine.Tests.Kernel.Lifetime;

/// <summary>Sends signals as a person does, with the system's own command.</summary>
internal static class PosixSignals
{
    /// <param name="signal">The name without <c>SIG</c>.</param>
    /// <param name="process">Whom it is sent to.</param>
    public static async Task SendAsync(string signal, int process)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals that one process could send to another");
        using var kill = Process.Start(
            "kill",
            ["-s", signal, process.ToString(System.Globalization.CultureInfo.InvariantCulture)]
        );
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, kill.ExitCode);
    }
}
