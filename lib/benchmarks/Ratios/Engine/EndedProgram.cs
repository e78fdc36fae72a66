using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Ratios.Engine;

/// <summary>Runs a program to its end and says what processor time it and all programs that it started took.</summary>
internal static partial class EndedProgram
{
    // The shell's own word for it; the system tells a program's time no more once it has ended.
    private const string Script = "\"$@\" >/dev/null 2>\"$ERRORS\" || exit 1; times";

    /// <summary>Why no program can be measured on this system, or null.</summary>
    public static string? Missing =>
        OperatingSystem.IsWindows() ? "processor time of ended programs is read with bash, on Linux and macOS" : null;

    /// <exception cref="InvalidOperationException">It has failed; the message has what it wrote.</exception>
    public static double ProcessorMilliseconds(
        IEnumerable<string> command,
        string folder,
        IReadOnlyDictionary<string, string> environment
    )
    {
        var errors = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("bash", ["-c", Script, "bash", .. command])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
            };
            foreach (var (name, value) in environment)
            {
                start.Environment[name] = value;
            }

            start.Environment["ERRORS"] = errors;
            using var process = Process.Start(start)!;
            var times = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0
                ? Children(times)
                : throw new InvalidOperationException(
                    $"{string.Join(' ', command)} failed: {File.ReadAllText(errors)}"
                );
        }
        finally
        {
            File.Delete(errors);
        }
    }

    // The second line is that of the shell's children: 0m1.234s 0m0.056s, user and system.
    private static double Children(string times) =>
        Time()
            .Matches(times.Split('\n')[1])
            .Sum(time =>
                1000
                * (
                    60 * double.Parse(time.Groups["minutes"].Value, CultureInfo.InvariantCulture)
                    + double.Parse(time.Groups["seconds"].Value, CultureInfo.InvariantCulture)
                )
            );

    [GeneratedRegex(@"(?<minutes>\d+)m(?<seconds>[\d.]+)s")]
    private static partial Regex Time();
}
