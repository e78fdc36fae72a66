using System.Collections.Frozen;

namespace ClientAuth.Visuals.Certificates;

/// <summary>Object identifiers in words.</summary>
internal static class ObjectIdentifierWords
{
    private static readonly FrozenDictionary<string, string> ExtendedKeyUsages = new Dictionary<string, string>
    {
        ["2.5.29.37.0"] = "any purpose",
        ["1.3.6.1.5.5.7.3.1"] = "TLS server",
        ["1.3.6.1.5.5.7.3.2"] = "TLS client",
        ["1.3.6.1.5.5.7.3.3"] = "code signing",
        ["1.3.6.1.5.5.7.3.4"] = "e-mail protection",
        ["1.3.6.1.5.5.7.3.8"] = "time stamping",
        ["1.3.6.1.5.5.7.3.9"] = "OCSP signing",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Curves = new Dictionary<string, string>
    {
        ["1.2.840.10045.3.1.7"] = "P-256",
        ["1.3.132.0.34"] = "P-384",
        ["1.3.132.0.35"] = "P-521",
    }.ToFrozenDictionary();

    /// <summary>A purpose of RFC 5280 §4.2.1.12.</summary>
    public static string ExtendedKeyUsage(string? oid) => Words(ExtendedKeyUsages, oid);

    /// <summary>A curve by its NIST name.</summary>
    public static string Curve(string? oid) => Words(Curves, oid);

    private static string Words(FrozenDictionary<string, string> words, string? oid) =>
        oid is null ? "unnamed" : words.GetValueOrDefault(oid, oid);
}
