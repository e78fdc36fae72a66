namespace ClientAuth.Credentials;

/// <summary>
/// The short names of attribute types: those of RFC 4514 §3, and others that people and tools write. Which names the platform's own
/// parser knows differs from system to system (UID is known on Linux alone); an object identifier is understood by all.
/// </summary>
internal static class SubjectAttributeTypes
{
    /// <summary>The object identifier of a short name, or of a dotted form with or without <c>OID.</c>.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static string ToDotted(string type) =>
        type.ToUpperInvariant() switch
        {
            "CN" => "2.5.4.3",
            "SN" or "SURNAME" => "2.5.4.4",
            "SERIALNUMBER" => "2.5.4.5",
            "C" => "2.5.4.6",
            "L" => "2.5.4.7",
            "ST" or "S" => "2.5.4.8",
            "STREET" => "2.5.4.9",
            "O" => "2.5.4.10",
            "OU" => "2.5.4.11",
            "T" or "TITLE" => "2.5.4.12",
            "BUSINESSCATEGORY" => "2.5.4.15",
            "POSTALCODE" => "2.5.4.17",
            "NAME" => "2.5.4.41",
            "G" or "GN" or "GIVENNAME" => "2.5.4.42",
            "INITIALS" => "2.5.4.43",
            "DNQUALIFIER" => "2.5.4.46",
            "PSEUDONYM" => "2.5.4.65",
            "ORGANIZATIONIDENTIFIER" => "2.5.4.97",
            "JURISDICTIONL" or "JURISDICTIONLOCALITYNAME" => "1.3.6.1.4.1.311.60.2.1.1",
            "JURISDICTIONST" or "JURISDICTIONSTATEORPROVINCENAME" => "1.3.6.1.4.1.311.60.2.1.2",
            "JURISDICTIONC" or "JURISDICTIONCOUNTRYNAME" => "1.3.6.1.4.1.311.60.2.1.3",
            "DC" => "0.9.2342.19200300.100.1.25",
            "UID" => "0.9.2342.19200300.100.1.1",
            "E" or "EMAIL" or "EMAILADDRESS" => "1.2.840.113549.1.9.1",
            var name => Dotted(name.StartsWith("OID.", StringComparison.Ordinal) ? name[4..] : name),
        };

    // One spelling for each number, as in DER.
    private static string Dotted(string text)
    {
        var arcs = text.Split('.');
        return arcs.Length > 1 && arcs.All(arc => arc is "0" || (arc is [not '0', ..] && arc.All(char.IsAsciiDigit)))
            ? text
            : throw new FormatException($"'{text}' is no attribute type.");
    }
}
