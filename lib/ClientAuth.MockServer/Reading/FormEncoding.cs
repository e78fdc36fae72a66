using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace ClientAuth.MockServer.Reading;

/// <summary>Decodes <c>application/x-www-form-urlencoded</c>, once and strictly (RFC 6749 Appendix B).</summary>
internal static class FormEncoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>False where a percent escape is broken, a character is not ASCII, or the bytes are not UTF-8.</summary>
    public static bool TryDecode(string encoded, [NotNullWhen(true)] out string? decoded)
    {
        decoded = null;
        var bytes = new List<byte>(encoded.Length);
        for (var i = 0; i < encoded.Length; i++)
        {
            switch (encoded[i])
            {
                case '+':
                    bytes.Add((byte)' ');
                    break;
                case '%' when TryReadEscape(encoded.AsSpan(i), out var value):
                    bytes.Add(value);
                    i += 2;
                    break;
                case '%' or > '\x7F':
                    return false;
                default:
                    bytes.Add((byte)encoded[i]);
                    break;
            }
        }

        try
        {
            decoded = StrictUtf8.GetString([.. bytes]);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static bool TryReadEscape(ReadOnlySpan<char> rest, out byte value)
    {
        value = 0;
        return rest.Length >= 3
            && byte.TryParse(rest[1..3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }
}
