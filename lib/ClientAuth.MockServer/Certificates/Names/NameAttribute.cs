namespace ClientAuth.MockServer.Certificates.Names;

/// <summary>One attribute of a distinguished name.</summary>
/// <param name="Oid">The attribute's type in dotted form.</param>
/// <param name="Value">The value as text, whichever string type it was encoded with.</param>
internal sealed record NameAttribute(string Oid, string Value)
{
    /// <summary>Case and the amount of white space do not matter (caseIgnoreMatch, RFC 5280 §7.1).</summary>
    public bool Matches(NameAttribute other) =>
        Oid == other.Oid && string.Equals(Fold(Value), Fold(other.Value), StringComparison.OrdinalIgnoreCase);

    private static string Fold(string value) =>
        // Without separators: at every kind of white space (RFC 4518 §2.2).
        string.Join(' ', value.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
