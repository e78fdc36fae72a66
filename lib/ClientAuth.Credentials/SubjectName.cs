using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace ClientAuth.Credentials;

/// <summary>
/// Distinguished names in the string form of RFC 4514. The BCL reads a form of its own, where double quotes do what
/// backslashes do here, and takes a backslash for a letter; so each value is unescaped first and then quoted.
/// </summary>
public static partial class SubjectName
{
    /// <summary>A value as it may stand in a name: whatever would end it is escaped (RFC 4514 §2.4).</summary>
    public static string Escape(string value) => ToBeEscaped().Replace(value, @"\$0");

    /// <summary>Reads a name, the most specific part first.</summary>
    /// <exception cref="ArgumentException">It is no name, or has several attributes in one part, which is not supported here.</exception>
    public static X500DistinguishedName Parse(string rfc4514)
    {
        try
        {
            return new X500DistinguishedName(
                string.Join(',', Parts().Matches(rfc4514).Select(part => Quoted(part.Value)))
            );
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            throw new ArgumentException(
                $"'{rfc4514}' is no subject name here. Write attributes separated by commas, such as CN=app,O=Example, "
                    + "with a backslash before a comma, plus or quote inside a value (RFC 4514).",
                error
            );
        }
    }

    private static string Quoted(string part)
    {
        var match = Attribute().Match(part);
        return match.Success
            ? $"{Type(match.Groups["type"].Value)}=\"{Unescape(match.Groups["value"].Value).Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : throw new FormatException($"'{part}' is no attribute.");
    }

    // The names of RFC 4514 §3, and three that people write. Which names the platform's own parser knows differs from system to
    // system (UID is known on Linux alone); an object identifier is understood by all.
    private static string Type(string name) =>
        name.ToUpperInvariant() switch
        {
            "CN" => "OID.2.5.4.3",
            "L" => "OID.2.5.4.7",
            "ST" or "S" => "OID.2.5.4.8",
            "O" => "OID.2.5.4.10",
            "OU" => "OID.2.5.4.11",
            "C" => "OID.2.5.4.6",
            "STREET" => "OID.2.5.4.9",
            "DC" => "OID.0.9.2342.19200300.100.1.25",
            "UID" => "OID.0.9.2342.19200300.100.1.1",
            "SERIALNUMBER" => "OID.2.5.4.5",
            "E" or "EMAILADDRESS" => "OID.1.2.840.113549.1.9.1",
            _ => name,
        };

    private static string Unescape(string value) =>
        Escapes()
            .Replace(
                value,
                escape =>
                    escape.Groups["octet"] is { Success: true } octets
                        ? Encoding.UTF8.GetString([
                            .. octets.Captures.Select(octet => Convert.FromHexString(octet.Value)[0]),
                        ])
                        : escape.Groups["character"].Value
            );

    [GeneratedRegex("""["+,;<>\\]|^[ #]| $""")]
    private static partial Regex ToBeEscaped();

    [GeneratedRegex(@"(?:[^\\,]|\\.?)+|^$|(?<=,)(?=,|$)")]
    private static partial Regex Parts();

    // A special character stands in a value only after a backslash; blanks around a part do not count.
    [GeneratedRegex(
        """^\s*(?<type>[A-Za-z0-9.]+)\s*=\s*(?<value>(?!#)(?:[^\\"+,;<>]|\\[0-9A-Fa-f]{2}|\\[ "#+,;<=>\\])*?)\s*$"""
    )]
    private static partial Regex Attribute();

    // Octets in a row are the UTF-8 of one text (RFC 4514 §3).
    [GeneratedRegex(@"(?:\\(?<octet>[0-9A-Fa-f]{2}))+|\\(?<character>.)")]
    private static partial Regex Escapes();
}
