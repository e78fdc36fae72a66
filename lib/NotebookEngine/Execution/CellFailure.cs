using NotebookEngine.Outputs;

namespace NotebookEngine.Execution;

/// <summary>Why a cell failed, in the cell's own terms.</summary>
public sealed record CellFailure
{
    public required FailureKind Kind { get; init; }

    /// <summary>The compiler's code such as <c>CS1002</c>, or the exception's full type name.</summary>
    public required string Name { get; init; }

    public required string Message { get; init; }

    /// <summary>Line in the cell, from 1; null where no line of this cell is to blame.</summary>
    public int? Line { get; init; }

    /// <summary>Column in the line, from 1, in UTF-16 units; of the compiler's errors only.</summary>
    public int? Column { get; init; }

    /// <summary>That line's text.</summary>
    public string? SourceLine { get; init; }

    /// <summary>Variables of the session that the failing line mentions.</summary>
    public IReadOnlyList<NamedValue> Values { get; init; } = [];

    /// <summary>Further messages and the learner's own stack frames, innermost first; nothing of the engine's.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>The same as the output that a notebook keeps.</summary>
    internal CellOutput.Failed ToOutput() => new(Name, Message, [$"{Name}: {Message}", .. Place(), .. Details]);

    private IEnumerable<string> Place() =>
        (Line, Column) switch
        {
            ({ } line, { } column) =>
            [
                FormattableString.Invariant($"   line {line}, column {column}:"),
                $"      {SourceLine?.Replace('\t', ' ')}",
                $"      {new string(' ', column - 1)}^",
            ],
            ({ } line, null) => [FormattableString.Invariant($"   line {line}: {SourceLine?.Trim()}")],
            _ => [],
        };
}

/// <summary>How a cell failed.</summary>
public enum FailureKind
{
    /// <summary>It never ran: the compiler, or the engine before it, refused its text.</summary>
    Compilation,

    /// <summary>It threw.</summary>
    Exception,

    /// <summary>It did not end within its time.</summary>
    Timeout,

    /// <summary>A user stopped it.</summary>
    Interrupted,

    /// <summary>It is tagged <c>raises-exception</c> and ended well.</summary>
    NoException,
}

/// <summary>A variable and its value, on one short line; a secret is described and never quoted.</summary>
public sealed record NamedValue(string Name, string Value);
