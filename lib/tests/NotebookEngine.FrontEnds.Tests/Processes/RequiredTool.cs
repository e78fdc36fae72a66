using System.ComponentModel;
using System.Diagnostics;

namespace NotebookEngine.FrontEnds.Tests.Processes;

/// <summary>A program that the machine must bring. A missing one skips the test, and fails it where CI promises them all.</summary>
internal static class RequiredTool
{
    /// <param name="start">What to start.</param>
    /// <param name="package">Debian's package with that program.</param>
    public static Process Start(ProcessStartInfo start, string package)
    {
        // Elsewhere nothing tells which processes a front end has left behind.
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Jupyter's own front ends are tested on Linux.");
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception problem)
        {
            Missing($"'{start.FileName}' does not run on this machine: {problem.Message}. Debian has it as {package}.");
            throw;
        }
    }

    public static bool IsThere(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, name)));

    public static void Missing(string reason)
    {
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
    }
}
