using System.Globalization;
using System.Text;

namespace ClientAuth.Visuals.Text;

/// <summary>
/// Makes text show what it is: characters that would act on the display (line breaks, bidirectional overrides, zero-width
/// characters, NUL) become signs, and what is too long is cut with a count of the rest.
/// </summary>
internal static class VisibleText
{
    /// <summary>Most characters of one value that are shown.</summary>
    public const int LineLimit = 2_000;

    /// <summary>Most characters of one block, such as a response body, that are shown.</summary>
    public const int BlockLimit = 10_000;

    /// <summary>One value on one line; a line break inside it becomes a sign, so that it cannot pose as a line of its own.</summary>
    public static string Line(string value) => Show(value, LineLimit, keepLineBreaks: false);

    /// <summary>Text of several lines.</summary>
    public static string Block(string value) => Show(value, BlockLimit, keepLineBreaks: true);

    private static string Show(string value, int limit, bool keepLineBreaks)
    {
        var shown = new StringBuilder(Math.Min(value.Length, limit));
        var read = 0;
        foreach (var rune in value.EnumerateRunes())
        {
            if (read >= limit)
            {
                return shown
                    .Append(CultureInfo.InvariantCulture, $"… ({value.Length - read} more characters)")
                    .ToString();
            }

            shown.Append(keepLineBreaks && rune.Value is ('\n' or '\t') ? rune.ToString() : Show(rune));
            read += rune.Utf16SequenceLength;
        }

        return shown.ToString();
    }

    private static string Show(Rune rune) =>
        rune.Value switch
        {
            < 0x20 => ((char)(0x2400 + rune.Value)).ToString(), // U+2400 onwards are the pictures of the control characters
            0x7F => "\u2421",
            _ when ActsOnTheDisplay(Rune.GetUnicodeCategory(rune)) => string.Create(
                CultureInfo.InvariantCulture,
                $"⟨U+{rune.Value:X4}⟩"
            ),
            _ => rune.ToString(),
        };

    private static bool ActsOnTheDisplay(UnicodeCategory category) =>
        category
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.Surrogate
                or UnicodeCategory.OtherNotAssigned;
}
