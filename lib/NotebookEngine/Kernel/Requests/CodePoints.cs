namespace NotebookEngine.Kernel.Requests;

/// <summary>The protocol counts a cursor in Unicode code points, .NET in UTF-16 code units. Jupyter messaging, "Changed in version 5.2".</summary>
internal static class CodePoints
{
    /// <returns>The index in UTF-16; past the end it is the end, before the start the start.</returns>
    internal static int ToUtf16(string text, int codePoints)
    {
        var index = 0;
        foreach (var rune in text.EnumerateRunes().Take(Math.Max(codePoints, 0)))
        {
            // Half a pair counts as one, and is replaced by a rune of one unit.
            index += rune.Utf16SequenceLength;
        }

        return index;
    }

    /// <returns>The code points before the index.</returns>
    internal static int FromUtf16(string text, int index) => text[..index].EnumerateRunes().Count();
}
