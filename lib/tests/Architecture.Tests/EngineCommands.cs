using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>The commands of the engine's command line: those there are, and those that a text tells people to type.</summary>
internal static partial class EngineCommands
{
    /// <summary>As the sources of the engine name them.</summary>
    public static IReadOnlySet<string> Existing { get; } =
        Directory
            .EnumerateFiles(Path.Combine(Repository.Lib, "NotebookEngine", "CommandLine"), "*.cs")
            .SelectMany(path => Defined().Matches(File.ReadAllText(path)))
            .Select(match => match.Groups["name"].Value)
            .ToHashSet();

    public static IReadOnlyList<string> In(string text) =>
        [.. Typed().Matches(text).Select(match => match.Groups["name"].Value)];

    [GeneratedRegex(@"new Command\(\s*""(?<name>[a-z]+)""")]
    private static partial Regex Defined();

    [GeneratedRegex(@"--project lib/NotebookEngine -- (?<name>[a-z]+)")]
    private static partial Regex Typed();
}
