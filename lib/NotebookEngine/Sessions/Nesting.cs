namespace NotebookEngine.Sessions;

/// <summary>
/// Keeps from Roslyn what its parser would overflow the stack on, which ends the process: tens of thousands of open brackets.
/// </summary>
internal static class Nesting
{
    // The smallest stack of a thread, Windows' 1.5 MB, bears about two thousand.
    private const int Deepest = 500;

    /// <summary>Counts brackets wherever they stand, in strings, too; nobody writes so many there either.</summary>
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

    /// <summary>Refuses a cell that is nested too deeply; null for any other.</summary>
    internal static CellFailure? FailureOf(string code) =>
        IsTooDeep(code)
            ? new CellFailure
            {
                Kind = FailureKind.Compilation,
                Name = "NestedTooDeeply",
                Message =
                    FormattableString.Invariant($"The cell has more than {Deepest} brackets open at once, ")
                    + "which the compiler may not survive. Close them, split the code, or read long text from a file",
            }
            : null;

    private static int Step(char character, string opening, string closing) =>
        opening.Contains(character, StringComparison.Ordinal) ? 1
        : closing.Contains(character, StringComparison.Ordinal) ? -1
        : 0;
}
