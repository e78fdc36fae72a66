using System.Text;
using System.Text.Json;

namespace NotebookEngine.Notebooks;

/// <summary>
/// A notebook's text must be made of whole characters: bytes that are UTF-8, and no escape that is half a surrogate pair
/// (RFC 8259, 8.1 and 8.2). JSON's grammar allows such halves, but no front end can save or show them.
/// </summary>
internal static class CharacterRules
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <exception cref="FormatRuleException">Some of it is no character.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    internal static void Check(ReadOnlySpan<byte> bytes, JsonReaderOptions options)
    {
        try
        {
            _ = Strict.GetCharCount(bytes);
        }
        catch (DecoderFallbackException problem)
        {
            throw new FormatRuleException(PlaceOf(bytes, problem.Index), "no UTF-8; save the notebook as UTF-8");
        }

        var reader = new Utf8JsonReader(bytes, options);
        while (reader.Read())
        {
            if (reader.ValueIsEscaped && !IsWhole(ref reader))
            {
                throw new FormatRuleException(
                    PlaceOf(bytes, reader.TokenStartIndex),
                    $"{Shown(reader.ValueSpan)} holds half of a surrogate pair, which is no character; write both halves, or remove it"
                );
            }
        }
    }

    private static bool IsWhole(ref Utf8JsonReader reader)
    {
        try
        {
            _ = reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    // As reports name the place of a mistake in the JSON: from 1.
    private static string PlaceOf(ReadOnlySpan<byte> bytes, long index)
    {
        var before = bytes[..(int)index];
        var line = 1 + before.Count((byte)'\n');
        return $"line {line}, byte {(int)index - before.LastIndexOf((byte)'\n')}";
    }

    private static string Shown(ReadOnlySpan<byte> text)
    {
        const int Most = 40;
        var start = Encoding.UTF8.GetString(text[..Math.Min(text.Length, Most)]);
        return text.Length > Most ? $"\"{start}…\"" : $"\"{start}\"";
    }
}
