using Microsoft.CodeAnalysis;
using NotebookEngine.Execution;

namespace NotebookEngine.Compiling;

/// <summary>
/// Keeps from Roslyn what it would overflow the stack on, which ends the process: from its parser tens of thousands of open
/// brackets, from its editor services a chain of some thousand names, calls or operators.
/// </summary>
internal static class NestingLimit
{
    // The smallest stack of a thread, Windows' 1.5 MB, bears about two thousand.
    private const int Deepest = 500;

    // A name or an operator of a chain is one level, a call two. The same stack bears about fifteen hundred names.
    private const int MostLevels = 1000;

    // "An expression is too long or complex to compile"
    private const string ParserGaveUp = "CS8078";

    /// <summary>Counts brackets wherever they stand, in strings, too; no cell needs so many there either.</summary>
    internal static bool IsTooDeep(string code)
    {
        var (brackets, angles) = (0, 0);
        foreach (var character in code)
        {
            brackets += Step(character, "([{", ")]}");
            // Less than is no bracket; a statement's end tells.
            angles = character is ';' ? 0 : Math.Max(angles + Step(character, "<", ">"), 0);
            if (Math.Max(brackets, angles) > Deepest)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Measures the tree level by level, not by recursion.</summary>
    internal static bool IsTooDeep(SyntaxNode root)
    {
        if (root.ContainsDiagnostics && root.GetDiagnostics().Any(problem => problem.Id == ParserGaveUp))
        {
            return true;
        }

        var open = new Stack<(SyntaxNode Node, int Level)>([(root, 0)]);
        while (open.TryPop(out var at))
        {
            if (at.Level > MostLevels)
            {
                return true;
            }

            foreach (var child in at.Node.ChildNodes())
            {
                open.Push((child, at.Level + 1));
            }
        }

        return false;
    }

    /// <summary>Refuses a cell with a chain that is too long; null for any other.</summary>
    internal static CellFailure? FailureOf(SyntaxNode root) =>
        IsTooDeep(root)
            ? Failure(
                FormattableString.Invariant(
                    $"The cell has an expression or a statement of more than {MostLevels} levels, "
                ) + "such as a chain of names, calls or operators, which the compiler may not survive. Split it"
            )
            : null;

    /// <summary>Refuses a cell that is nested too deeply; null for any other.</summary>
    internal static CellFailure? FailureOf(string code) =>
        IsTooDeep(code)
            ? Failure(
                FormattableString.Invariant($"The cell has more than {Deepest} brackets open at once, ")
                    + "which the compiler may not survive. Close them, split the code, or read long text from a file"
            )
            : null;

    private static CellFailure Failure(string message) =>
        new()
        {
            Kind = FailureKind.Compilation,
            Name = "NestedTooDeeply",
            Message = message,
        };

    private static int Step(char character, string opening, string closing) =>
        opening.Contains(character, StringComparison.Ordinal) ? 1
        : closing.Contains(character, StringComparison.Ordinal) ? -1
        : 0;
}
