using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace ClientAuth.MockServer.Certificates;

/// <summary>Reads the string form of a distinguished name (RFC 4514 §3), quoted values of RFC 2253 included.</summary>
internal static class DistinguishedNameText
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static bool TryParse(string text, [NotNullWhen(true)] out DistinguishedName? name)
    {
        name = null;
        var parts = new List<IReadOnlyList<NameAttribute>>();
        foreach (var part in SplitUnescaped(text, ','))
        {
            var attributes = SplitUnescaped(part, '+').Select(ReadAttribute).ToList();
            if (attributes.Contains(null))
            {
                return false;
            }

            parts.Add(attributes!);
        }

        name = new DistinguishedName(parts);
        return true;
    }

    private static NameAttribute? ReadAttribute(string text)
    {
        if (text.Split('=', 2) is not [var type, var value] || NameAttributeTypes.ToOid(type.Trim()) is not { } oid)
        {
            return null;
        }

        return TrimUnescaped(value) is not ['#', ..] and var trimmed && TryUnescape(trimmed, out var unescaped)
            ? new NameAttribute(oid, unescaped)
            : ReadHex(oid, value.Trim());
    }

    // '#' introduces the value's BER encoding in hexadecimal (RFC 4514 §2.4).
    private static NameAttribute? ReadHex(string oid, string value)
    {
        try
        {
            return value is ['#', .. var hex]
                ? new NameAttribute(oid, DistinguishedNameEncoding.ReadValue(Convert.FromHexString(hex)))
                : null;
        }
        catch (Exception e) when (e is FormatException or System.Formats.Asn1.AsnContentException)
        {
            return null;
        }
    }

    private static IEnumerable<string> SplitUnescaped(string text, char separator)
    {
        var start = 0;
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                quoted = !quoted;
            }
            else if (text[i] == separator && !quoted)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }

    // A trailing blank that is escaped belongs to the value.
    private static string TrimUnescaped(string value)
    {
        var trimmed = value.Trim(' ');
        return trimmed.EndsWith('\\') && value.TrimStart(' ').Length > trimmed.Length ? trimmed + ' ' : trimmed;
    }

    private static bool TryUnescape(string value, [NotNullWhen(true)] out string? unescaped)
    {
        var bytes = new List<byte>();
        var rest = value is ['"', .. var inner, '"'] ? inner : value;
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] != '\\')
            {
                var rune = Rune.GetRuneAt(rest, i);
                bytes.AddRange(StrictUtf8.GetBytes(rune.ToString()));
                i += rune.Utf16SequenceLength - 1;
            }
            else if (IsHexPair(rest, i + 1))
            {
                bytes.Add(
                    byte.Parse(rest.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
                );
                i += 2;
            }
            else if (i + 1 < rest.Length)
            {
                bytes.Add((byte)rest[++i]);
            }
        }

        return TryDecode([.. bytes], out unescaped);
    }

    private static bool IsHexPair(string text, int index) =>
        index + 1 < text.Length && char.IsAsciiHexDigit(text[index]) && char.IsAsciiHexDigit(text[index + 1]);

    private static bool TryDecode(byte[] utf8, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = StrictUtf8.GetString(utf8);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = null;
            return false;
        }
    }
}
