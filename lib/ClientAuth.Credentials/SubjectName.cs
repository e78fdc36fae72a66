using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace ClientAuth.Credentials;

/// <summary>
/// Distinguished names in the string form of RFC 4514. The BCL reads a form of its own, where double quotes do what
/// backslashes do here, and takes a backslash for a letter; so each attribute is read here and only its value is encoded there.
/// </summary>
public static partial class SubjectName
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>A value as it may stand in a name: whatever would end it is escaped (RFC 4514 §2.4).</summary>
    public static string Escape(string value) => ToBeEscaped().Replace(value, @"\$0");

    /// <summary>
    /// Reads a name, the most specific part first. A part may have several attributes (<c>CN=app+UID=7</c>), and a value may be its
    /// encoding in hexadecimal (<c>CN=#0C03617070</c>) or stand in quotes, as RFC 2253 has it.
    /// </summary>
    /// <exception cref="ArgumentException">It is no name.</exception>
    public static X500DistinguishedName Parse(string rfc4514)
    {
        try
        {
            var writer = new AsnWriter(AsnEncodingRules.DER);
            using (writer.PushSequence())
            {
                // A certificate has the parts the other way round (RFC 4514 §2.1).
                foreach (var part in Split(rfc4514, ',').Reverse())
                {
                    WritePart(writer, Split(part, '+'));
                }
            }

            return new X500DistinguishedName(writer.Encode());
        }
        catch (Exception error)
            when (error is CryptographicException or FormatException or AsnContentException or ArgumentException)
        {
            throw new ArgumentException(
                $"'{rfc4514}' is no subject name here. Write attributes separated by commas, such as CN=app,O=Example, "
                    + "with a backslash before a comma, plus or quote inside a value (RFC 4514).",
                error
            );
        }
    }

    private static void WritePart(AsnWriter writer, IEnumerable<string> attributes)
    {
        using (writer.PushSetOf())
        {
            foreach (var attribute in attributes)
            {
                WriteAttribute(writer, attribute);
            }
        }
    }

    private static void WriteAttribute(AsnWriter writer, string attribute)
    {
        var match = Attribute().Match(attribute);
        if (!match.Success)
        {
            throw new FormatException($"'{attribute}' is no attribute.");
        }

        var type = SubjectAttributeTypes.ToDotted(match.Groups["type"].Value);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(type);
            writer.WriteEncodedValue(
                match.Groups["hex"] is { Success: true } hex
                    ? OneValue(Convert.FromHexString(hex.Value))
                    : Encode(type, Unescape(match.Groups["value"].Value))
            );
        }
    }

    // '#' introduces the value's encoding (RFC 4514 §2.4): one value, and all of it.
    private static byte[] OneValue(byte[] encoded)
    {
        var reader = new AsnReader(encoded, AsnEncodingRules.DER);
        reader.ReadEncodedValue();
        reader.ThrowIfNotEmpty();
        return encoded;
    }

    // Which string type an attribute takes, the BCL knows: that of the one attribute of a name of its own.
    private static byte[] Encode(string type, string value)
    {
        var quoted = value.Replace("\"", "\"\"", StringComparison.Ordinal);
        var name = new X500DistinguishedName($"OID.{type}=\"{quoted}\"").RawData;
        var attribute = new AsnReader(name, AsnEncodingRules.DER).ReadSequence().ReadSetOf().ReadSequence();
        attribute.ReadObjectIdentifier();
        return attribute.ReadEncodedValue().ToArray();
    }

    // Octets in a row are the UTF-8 of one text (RFC 4514 §3).
    private static string Unescape(string value) =>
        Escapes()
            .Replace(
                value,
                escape =>
                    escape.Groups["octet"] is { Success: true } octets
                        ? StrictUtf8.GetString([
                            .. octets.Captures.Select(octet => Convert.FromHexString(octet.Value)[0]),
                        ])
                        : escape.Groups["character"].Value
            );

    // At each separator that is neither escaped nor in quotes.
    private static IEnumerable<string> Split(string text, char separator)
    {
        var (start, isQuoted) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (text[i] == separator && !isQuoted)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }

    [GeneratedRegex("""["+,;<>\\]|^[ #]| $""")]
    private static partial Regex ToBeEscaped();

    // A special character stands in a value only after a backslash or in quotes; blanks around a part do not count.
    [GeneratedRegex(
        """
            \A\s*(?<type>[A-Za-z0-9.]+)\s*=\ *
            (?:\#(?<hex>(?:[0-9A-Fa-f]{2})+)
            |"(?<value>(?:[^\\"\0]|\\[0-9A-Fa-f]{2}|\\["\ \#+,;<=>\\])*)"
            |(?<value>(?!\#)(?:[^\\"+,;<>\0]|\\[0-9A-Fa-f]{2}|\\["\ \#+,;<=>\\])*?)
            )\ *\z
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Attribute();

    [GeneratedRegex(@"(?:\\(?<octet>[0-9A-Fa-f]{2}))+|\\(?<character>.)", RegexOptions.Singleline)]
    private static partial Regex Escapes();
}
