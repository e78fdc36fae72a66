using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>The engine's command line: the commands and options there are, and the commands that a text tells people to type.</summary>
internal static partial class EngineCommands
{
    /// <summary>As the sources of the engine name them.</summary>
    public static IReadOnlySet<string> Existing { get; } =
        Directory
            .EnumerateFiles(Path.Combine(Repository.Lib, "NotebookEngine", "CommandLine"), "*.cs")
            .SelectMany(path => Defined().Matches(File.ReadAllText(path)))
            .Select(match => match.Groups["name"].Value)
            .ToHashSet();

    /// <summary>As the sources of the engine name them, and the one of <c>dotnet run</c> that stands before them.</summary>
    public static IReadOnlySet<string> Options { get; } =
        Directory
            .EnumerateFiles(Path.Combine(Repository.Lib, "NotebookEngine", "CommandLine"), "*.cs")
            .SelectMany(path => DefinedOption().Matches(File.ReadAllText(path)))
            .Select(match => match.Groups["name"].Value)
            .Append("--project")
            .ToHashSet();

    public static IReadOnlyList<string> In(string text) =>
        [.. Typed().Matches(text).Select(match => match.Groups["name"].Value)];

    [GeneratedRegex(@"new Command\(\s*""(?<name>[a-z]+)""")]
    private static partial Regex Defined();

    [GeneratedRegex(@"new\(\s*""(?<name>--[a-z-]+)""")]
    private static partial Regex DefinedOption();

    [GeneratedRegex(@"--project lib/NotebookEngine -- (?<name>[a-z]+)")]
    private static partial Regex Typed();
}
