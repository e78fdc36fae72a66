using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using NotebookEngine.Execution;

namespace NotebookEngine.Compiling;

/// <summary>Turns the compiler's errors into a failure of the cell.</summary>
internal sealed class CompilationFailure(CellText cell, string folder)
{
    private const int MostErrorsShown = 5;

    /// <summary>Null where there is no error among the diagnostics.</summary>
    internal CellFailure? From(ImmutableArray<Diagnostic> diagnostics)
    {
        var errors = diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(error => error.Location.SourceSpan.Start)
            .ToList();
        if (errors is not [var first, ..])
        {
            return null;
        }

        var line = LineIn(first);
        return new CellFailure
        {
            Kind = FailureKind.Compilation,
            Name = first.Id,
            Message = Message(first),
            Line = line,
            Column = line is null ? null : first.Location.GetLineSpan().StartLinePosition.Character + 1,
            SourceLine = cell.Line(line),
            // An error in a file that the cell loads has no line in the cell, and so names its place first.
            Details =
            [
                .. errors.Skip(line is null ? 0 : 1).Take(MostErrorsShown - 1).Select(Describe),
                .. Rest(errors.Count),
            ],
        };
    }

    private static IEnumerable<string> Rest(int count) =>
        count > MostErrorsShown ? [$"   and {count - MostErrorsShown} more errors"] : [];

    private string Describe(Diagnostic error)
    {
        var place = error.Location.GetLineSpan();
        var file = place.Path == cell.Id ? "" : $"{place.Path}, ";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"   {file}line {place.StartLinePosition.Line + 1}: {error.Id}: {Message(error)}"
        );
    }

    private int? LineIn(Diagnostic error)
    {
        var place = error.Location.GetLineSpan();
        return place.Path == cell.Id ? place.StartLinePosition.Line + 1 : null;
    }

    private string Message(Diagnostic error)
    {
        var message = error.GetMessage(CultureInfo.InvariantCulture);
        return FileProblem.Of(error, folder)
            ?? (CompilerHint.For(error) is { } hint ? $"{message.TrimEnd('.')}. {hint}" : message);
    }
}
