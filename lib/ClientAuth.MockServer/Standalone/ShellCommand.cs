using System.Text.RegularExpressions;

namespace ClientAuth.MockServer.Standalone;

/// <summary>Writes a command so that a shell takes every argument as it is: POSIX shells, or cmd and PowerShell.</summary>
internal static partial class ShellCommand
{
    public static string Line(bool windows, IReadOnlyList<string> words) =>
        string.Join(' ', words.Select(word => Quote(windows, word)));

    // Double quotes are what cmd and PowerShell share; a path of Windows cannot hold one.
    private static string Quote(bool windows, string word) =>
        Plain().IsMatch(word) ? word
        : windows ? $"\"{word}\""
        : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"\A[A-Za-z0-9_=:./-]+\z")]
    private static partial Regex Plain();
}
