namespace ClientAuth.MockServer.Certificates;

/// <summary>Short names of attribute types (RFC 4514 §3, RFC 4519, and those that OpenSSL and .NET write).</summary>
internal static class NameAttributeTypes
{
    /// <summary>The dotted form of a short name or of a dotted form with or without <c>OID.</c>; null where it is neither.</summary>
    public static string? ToOid(string type) =>
        type.ToUpperInvariant() switch
        {
            "CN" => "2.5.4.3",
            "SN" => "2.5.4.4",
            "SERIALNUMBER" => "2.5.4.5",
            "C" => "2.5.4.6",
            "L" => "2.5.4.7",
            "ST" or "S" => "2.5.4.8",
            "STREET" => "2.5.4.9",
            "O" => "2.5.4.10",
            "OU" => "2.5.4.11",
            "T" or "TITLE" => "2.5.4.12",
            "G" or "GN" or "GIVENNAME" => "2.5.4.42",
            "ORGANIZATIONIDENTIFIER" => "2.5.4.97",
            "UID" => "0.9.2342.19200300.100.1.1",
            "DC" => "0.9.2342.19200300.100.1.25",
            "E" or "EMAIL" or "EMAILADDRESS" => "1.2.840.113549.1.9.1",
            var name => ToDotted(name),
        };

    private static string? ToDotted(string type)
    {
        var dotted = type.StartsWith("OID.", StringComparison.Ordinal) ? type[4..] : type;
        return dotted.Contains('.') && dotted.All(c => c is '.' || char.IsAsciiDigit(c)) ? dotted : null;
    }
}
