using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace NotebookEngine.Compiling;

/// <summary>What to do where a cell differs from a program or from another engine, and the compiler's message cannot know it.</summary>
internal static partial class CompilerHint
{
    /// <summary>A sentence, or null.</summary>
    internal static string? For(Diagnostic error)
    {
        var text = error.Location.SourceTree?.GetText();
        var line = text?.Lines.GetLineFromPosition(error.Location.SourceSpan.Start).ToString() ?? "";
        return error.Id switch
        {
            "CS1002" or "CS1003" when UsingDeclaration.IsMatch(line) =>
                "A cell has no 'using var' at its top level; write using (var x = …) { … }",
            "CS0103" when text?.ToString(error.Location.SourceSpan) is "display" =>
                "Only some engines have display(); write value.Display()",
            "CS0103" when text?.ToString(error.Location.SourceSpan) is "HTML" =>
                "Only some engines have HTML(); write new Microsoft.AspNetCore.Html.HtmlString(text)",
            "CS0012" =>
                $"{MissingAssembly.Match(error.GetMessage(CultureInfo.InvariantCulture)).Value}.dll is not beside "
                    + "the library that needs it: build that library's project, which puts it there",
            "CS1705" => $"Build the library for net{Environment.Version.Major}.0, which this engine runs on, or "
                + "reference the newer version of the other",
            _ => null,
        };
    }

    // The assembly's name is the last that the message quotes: 'Inner, Version=1.0.0.0, …'.
    [GeneratedRegex("(?<=')[^',]+(?=, Version=)")]
    private static partial Regex MissingAssembly { get; }

    [GeneratedRegex(@"\A\s*(await\s+)?using\s+\w+\s+\w+\s*=")]
    private static partial Regex UsingDeclaration { get; }
}
