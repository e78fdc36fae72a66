using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using System.Text;

namespace ClientAuth.MockServer.Certificates.Names;

/// <summary>Reads the string form of a distinguished name (RFC 4514 §3), quoted values of RFC 2253 included.</summary>
internal static class DistinguishedNameText
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    // What a backslash may stand before, and what stands in a value only behind one or in quotes (RFC 4514 §3).
    private static ReadOnlySpan<byte> Escapable => " \"#+,;<=>\\"u8;
    private static ReadOnlySpan<byte> Special => "+,;<>"u8;

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

        var trimmed = TrimBlanks(value);
        if (trimmed is ['#', .. var hex])
        {
            return ReadHex(oid, hex);
        }

        return TryUnescape(trimmed, out var unescaped) ? new NameAttribute(oid, unescaped) : null;
    }

    // '#' introduces the value's BER encoding in hexadecimal (RFC 4514 §2.4): one value, and all of it.
    private static NameAttribute? ReadHex(string oid, string hex)
    {
        try
        {
            var encoded = Convert.FromHexString(hex);
            var reader = new AsnReader(encoded, AsnEncodingRules.BER);
            reader.ReadEncodedValue();
            reader.ThrowIfNotEmpty();
            return DistinguishedNameEncoding.ReadAttribute(oid, encoded);
        }
        catch (Exception e) when (e is FormatException or AsnContentException)
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

    // A blank behind a backslash is part of the value.
    private static string TrimBlanks(string value)
    {
        var trimmed = value.Trim(' ');
        var escapes = trimmed.Length - trimmed.TrimEnd('\\').Length;
        return escapes % 2 == 1 && value.EndsWith(' ') ? trimmed + ' ' : trimmed;
    }

    // On UTF-8 bytes, since an escape gives one byte of a character (RFC 4514 §2.4).
    private static bool TryUnescape(string value, [NotNullWhen(true)] out string? unescaped)
    {
        unescaped = null;
        var quoted = value is ['"', .., '"'] and not ['"'];
        var encoded = Encoding.UTF8.GetBytes(quoted ? value[1..^1] : value);
        var bytes = new List<byte>();
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] == '\\' && IsHexPair(encoded, i + 1))
            {
                bytes.Add(Convert.FromHexString(encoded.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else if (encoded[i] == '\\' && i + 1 < encoded.Length && Escapable.Contains(encoded[i + 1]))
            {
                bytes.Add(encoded[++i]);
            }
            else if (encoded[i] is (byte)'\\' or (byte)'"' or 0 || (!quoted && Special.Contains(encoded[i])))
            {
                return false;
            }
            else
            {
                bytes.Add(encoded[i]);
            }
        }

        return TryDecode([.. bytes], out unescaped);
    }

    private static bool IsHexPair(byte[] text, int index) =>
        index + 1 < text.Length
        && char.IsAsciiHexDigit((char)text[index])
        && char.IsAsciiHexDigit((char)text[index + 1]);

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
