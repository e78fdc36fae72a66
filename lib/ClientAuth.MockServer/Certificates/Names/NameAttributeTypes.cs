namespace ClientAuth.MockServer.Certificates.Names;

/// <summary>Short names of attribute types (RFC 4514 §3, RFC 4519, and those that OpenSSL and .NET write).</summary>
internal static class NameAttributeTypes
{
    /// <summary>The dotted form of a short name or of a dotted form with or without <c>OID.</c>; null where it is neither.</summary>
    public static string? ToOid(string type) =>
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
            "BUSINESSCATEGORY" => "2.5.4.15",
            "POSTALCODE" => "2.5.4.17",
            "NAME" => "2.5.4.41",
            "INITIALS" => "2.5.4.43",
            "DNQUALIFIER" => "2.5.4.46",
            "PSEUDONYM" => "2.5.4.65",
            "JURISDICTIONL" or "JURISDICTIONLOCALITYNAME" => "1.3.6.1.4.1.311.60.2.1.1",
            "JURISDICTIONST" or "JURISDICTIONSTATEORPROVINCENAME" => "1.3.6.1.4.1.311.60.2.1.2",
            "JURISDICTIONC" or "JURISDICTIONCOUNTRYNAME" => "1.3.6.1.4.1.311.60.2.1.3",
            "T" or "TITLE" => "2.5.4.12",
            "G" or "GN" or "GIVENNAME" => "2.5.4.42",
            "ORGANIZATIONIDENTIFIER" => "2.5.4.97",
            "UID" => "0.9.2342.19200300.100.1.1",
            "DC" => "0.9.2342.19200300.100.1.25",
            "E" or "EMAIL" or "EMAILADDRESS" => "1.2.840.113549.1.9.1",
            var name => ToDotted(name),
        };

    // One spelling for each number, as in DER.
    private static bool IsArc(string arc) => arc is "0" || (arc is not ("" or ['0', ..]) && arc.All(char.IsAsciiDigit));

    private static string? ToDotted(string type)
    {
        var dotted = type.StartsWith("OID.", StringComparison.Ordinal) ? type[4..] : type;
        var arcs = dotted.Split('.');
        return arcs.Length > 1 && arcs.All(IsArc) ? dotted : null;
    }
}
