using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Tests.Shared;

/// <summary>
/// What a test needs beyond the .NET SDK. Where a tool is missing, the test is skipped with the reason, so that the SDK alone is
/// enough for 'dotnet test'. Where <see cref="Variable"/> is <c>all</c>, as .ci/run sets it, the test fails instead.
/// </summary>
/// <remarks>
/// The variable is the project's own. Hosted runners set <c>CI</c> on every system, and each of them lacks some of the tools.
/// </remarks>
internal static class RequiredTools
{
    internal const string Variable = "CLIENT_AUTH_CHECKS";
    private const string All = "all";

    /// <summary>Whether this machine promises to have every tool, so that a missing one is a failure.</summary>
    public static bool AllPromised => IsAll(Environment.GetEnvironmentVariable(Variable));

    /// <summary>Ends the test: skipped with the reason, or failed where every tool is promised.</summary>
    /// <param name="reason">What is missing, and how to get it.</param>
    [DoesNotReturn]
    public static void Missing(string reason)
    {
        if (AllPromised)
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
    }

    /// <summary>Starts a program that the machine must have; a missing one ends the test.</summary>
    /// <param name="start">What to start.</param>
    /// <param name="package">Debian's package with that program.</param>
    public static Process Start(ProcessStartInfo start, string package)
    {
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

    /// <summary>Whether the path has a program of this name; on Windows also with <c>.exe</c> or <c>.cmd</c>.</summary>
    public static bool IsThere(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => FileNames(name).Any(file => File.Exists(Path.Combine(folder, file))));

    /// <summary>Whether a value of <see cref="Variable"/> promises every tool.</summary>
    /// <exception cref="InvalidOperationException">It is neither empty nor <c>all</c>: a typing error would skip quietly.</exception>
    internal static bool IsAll(string? value) =>
        value switch
        {
            null or "" => false,
            All => true,
            _ => throw new InvalidOperationException(
                $"{Variable} is '{value}'. Set it to '{All}' where no test may be skipped for want of a tool, or leave it out."
            ),
        };

    private static IEnumerable<string> FileNames(string name) =>
        OperatingSystem.IsWindows() ? [name, name + ".exe", name + ".cmd"] : [name];
}
