using Spectre.Console;

namespace NotebookEngine.CommandLine;

/// <summary>Where the command writes to.</summary>
/// <param name="Out">Progress and results.</param>
/// <param name="Error">Wrong usage.</param>
/// <param name="IsLive">Whether lines may be redrawn.</param>
/// <param name="Folder">Absolute path that names start from.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool IsLive, string Folder)
{
    /// <summary>This process's console; live where a person sits in front of it and has not asked for plain text.</summary>
    internal static Terminal OfThisProcess() =>
        new(
            Console.Out,
            Console.Error,
            !Console.IsOutputRedirected
                && IsUnset("NO_COLOR")
                && IsUnset("CI")
                && AnsiConsole.Profile.Capabilities.Ansi,
            Directory.GetCurrentDirectory()
        );

    /// <summary>Why standard output has lost something; null where it has not, or is not guarded.</summary>
    internal string? OutputProblem => (Out as GuardedOutput)?.Problem;

    /// <summary>The same, on which writing never fails.</summary>
    internal Terminal Guarded() =>
        Out is GuardedOutput ? this : this with { Out = new GuardedOutput(Out), Error = new GuardedOutput(Error) };

    private static bool IsUnset(string variable) => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
