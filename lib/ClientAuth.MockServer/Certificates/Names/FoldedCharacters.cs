using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ClientAuth.MockServer.Certificates.Names;

/// <summary>
/// What each character becomes when names are compared without case, by the table <c>folded-characters.txt</c>. The BCL normalizes
/// nothing where it runs without the globalization data of the system, as here.
/// </summary>
internal static class FoldedCharacters
{
    private const int FirstSyllable = 0xAC00;
    private const int LastSyllable = 0xD7A3;

    private static readonly FrozenDictionary<int, string> Table = Load();

    /// <summary>The character, folded and decomposed.</summary>
    public static string Of(Rune rune) =>
        rune.Value is >= FirstSyllable and <= LastSyllable ? Syllable(rune.Value - FirstSyllable)
        : Table.TryGetValue(rune.Value, out var folded) ? folded
        : rune.ToString();

    // Of a first, a middle and perhaps a last letter (the Unicode Standard §3.12).
    private static string Syllable(int number)
    {
        var letters = $"{(char)(0x1100 + (number / 588))}{(char)(0x1161 + (number % 588 / 28))}";
        return number % 28 == 0 ? letters : letters + (char)(0x11A7 + (number % 28));
    }

    private static FrozenDictionary<int, string> Load()
    {
        using var resource = typeof(FoldedCharacters).Assembly.GetManifestResourceStream("folded-characters.txt")!;
        using var reader = new StreamReader(resource, Encoding.UTF8);
        var table = new Dictionary<int, string>();
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                Add(table, line.Split(' '));
            }
        }

        return table.ToFrozenDictionary();
    }

    private static void Add(Dictionary<int, string> table, string[] fields)
    {
        var folded = fields[1..].Select(Number).ToList();
        var range = fields[0].Split('/');
        var step = range.Length == 1 ? 1 : 2;
        var ends = range[0].Split('-').Select(Number).ToList();
        for (var character = ends[0]; character <= ends[^1]; character += step)
        {
            var distance = character - ends[0];
            table.Add(character, string.Concat(folded.Select(one => char.ConvertFromUtf32(one + distance))));
        }
    }

    private static int Number(string hexadecimal) =>
        int.Parse(hexadecimal, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
