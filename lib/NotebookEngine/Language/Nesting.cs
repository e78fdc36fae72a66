namespace NotebookEngine.Language;

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

    private static int Step(char character, string opening, string closing) =>
        opening.Contains(character, StringComparison.Ordinal) ? 1
        : closing.Contains(character, StringComparison.Ordinal) ? -1
        : 0;
}
