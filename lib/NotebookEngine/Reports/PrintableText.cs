using System.Globalization;
using System.Text;

namespace NotebookEngine.Reports;

/// <summary>
/// Makes text from a cell safe to print and to put into XML: control characters, among them the escape that drives
/// terminals, and halves of surrogate pairs are spelled out as <c>\u001B</c>.
/// </summary>
internal static class PrintableText
{
    internal static string Of(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var rune in Runes(text))
        {
            printable.Append(rune);
        }

        return printable.ToString();
    }

    private static IEnumerable<string> Runes(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogatePair(text, index))
            {
                yield return text.Substring(index++, 2);
            }
            else
            {
                yield return IsPrintable(text[index]) ? text[index].ToString() : Spelled(text[index]);
            }
        }
    }

    private static bool IsPrintable(char character) =>
        character is '\n' or '\t'
        || !(char.IsControl(character) || char.IsSurrogate(character) || character is '\uFFFE' or '\uFFFF');

    private static string Spelled(char character) =>
        string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
}
