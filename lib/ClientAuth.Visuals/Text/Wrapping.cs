using System.Text;

namespace ClientAuth.Visuals.Text;

/// <summary>Text on lines of a given width, in a font of fixed pitch: a line breaks at a space, else behind a separator, else anywhere.</summary>
internal static class Wrapping
{
    private const string Separators = "_-/.:=,;)";

    // From here on, scripts such as Hangul and Han fill two cells of a fixed pitch.
    private const int FirstWide = 0x1100;

    /// <summary>How many cells of the font the text fills.</summary>
    public static int CellsOf(string text) => text.EnumerateRunes().Sum(Cells);

    /// <summary>No line fills more than so many cells; no text is one empty line.</summary>
    public static IReadOnlyList<string> Lines(string text, int cells)
    {
        var lines = new List<string>();
        var rest = text;
        while (CellsOf(rest) > cells)
        {
            var end = BreakOf(rest, cells);
            lines.Add(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }

        lines.Add(rest);
        return lines;
    }

    /// <summary>Parts with a comma between them; a line breaks behind a comma, and inside a part only where the part is longer than a line.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<string> parts, int cells)
    {
        var lines = new List<string>();
        foreach (var (index, part) in parts.Index())
        {
            var comma = index < parts.Count - 1 ? "," : "";
            if (lines.Count > 0 && CellsOf($"{lines[^1]} {part}{comma}") <= cells)
            {
                lines[^1] = $"{lines[^1]} {part}{comma}";
            }
            else
            {
                // The comma has its room, or it would begin a line.
                lines.AddRange(Lines(part, cells - comma.Length));
                lines[^1] += comma;
            }
        }

        return lines;
    }

    private static int BreakOf(string text, int cells)
    {
        var (filled, end, space, separator) = (0, 0, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            filled += Cells(rune);
            if (filled > cells)
            {
                // A space may stand just behind the line.
                space = rune.Value == ' ' ? end : space;
                break;
            }

            end += rune.Utf16SequenceLength;
            space = rune.Value == ' ' ? end : space;
            separator = Separators.Contains(rune.ToString(), StringComparison.Ordinal) ? end : separator;
        }

        return space > 0 ? space
            : separator > 0 ? separator
            : Math.Max(end, 1);
    }

    private static int Cells(Rune rune) =>
        rune.Value >= FirstWide && rune.Value is not (>= 0x2000 and < 0x2E80) ? 2 : 1;
}
