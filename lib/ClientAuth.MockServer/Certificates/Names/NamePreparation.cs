using System.Globalization;
using System.Text;

namespace ClientAuth.MockServer.Certificates.Names;

/// <summary>
/// Makes texts comparable that people would take for the same, as directories do (RFC 4518 §2, RFC 5280 §7.1): without case, without
/// what is not seen, and with one form for characters that have several.
/// </summary>
internal static class NamePreparation
{
    /// <summary>The prepared text; null where it holds a character that no comparison is defined for (RFC 4518 §2.4).</summary>
    public static string? Prepare(string text)
    {
        var prepared = new StringBuilder(text.Length);
        var marks = new List<Rune>();
        // Lone halves of surrogate pairs are enumerated as the replacement character.
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsProhibited(rune))
            {
                return null;
            }

            foreach (var folded in IsIgnored(rune) ? "".EnumerateRunes() : Fold(rune).EnumerateRunes())
            {
                if (IsMark(folded))
                {
                    marks.Add(folded);
                }
                else
                {
                    Append(prepared, marks);
                    prepared.Append(folded.ToString());
                }
            }
        }

        Append(prepared, marks);
        return string.Join(' ', prepared.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Fold(Rune rune) =>
        IsBlank(rune) ? " "
        : rune.IsAscii ? Rune.ToLowerInvariant(rune).ToString()
        : FoldedCharacters.Of(rune);

    // Marks on one letter come in several orders that mean the same. Some that do not are taken for the same as well: better one name too
    // many that is taken for another than one that hides behind it.
    private static void Append(StringBuilder prepared, List<Rune> marks)
    {
        foreach (var mark in marks.Order())
        {
            prepared.Append(mark.ToString());
        }

        marks.Clear();
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    // Separators become blanks (RFC 4518 §2.2).
    private static bool IsBlank(Rune rune) =>
        rune.Value is (>= 0x09 and <= 0x0D) or 0x85
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;

    // Controls and formats go, and what else is not seen: joiners, selectors of variations, fillers, what stands for an object.
    private static bool IsIgnored(Rune rune) =>
        !IsBlank(rune)
        && (
            Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            || rune.Value
                is 0x034F
                    or 0x115F
                    or 0x1160
                    or 0x17B4
                    or 0x17B5
                    or 0x1806
                    or (>= 0x180B and <= 0x180F)
                    or 0x3164
                    or 0xFFA0
                    or (>= 0xFE00 and <= 0xFE0F)
                    or 0xFFFC
                    or (>= 0xE0100 and <= 0xE01EF)
        );

    private static bool IsProhibited(Rune rune) =>
        rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse;
}
