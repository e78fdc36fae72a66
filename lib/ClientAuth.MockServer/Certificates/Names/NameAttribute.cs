namespace ClientAuth.MockServer.Certificates.Names;

/// <summary>One attribute of a distinguished name.</summary>
/// <param name="Oid">The attribute's type in dotted form.</param>
/// <param name="Value">The value as text, whichever string type it was encoded with; of any other type its bytes in hexadecimal.</param>
/// <param name="IsText">Whether it was a string.</param>
internal sealed record NameAttribute(string Oid, string Value, bool IsText = true)
{
    private readonly string? _prepared = IsText ? NamePreparation.Prepare(Value) : Value;

    /// <summary>
    /// Whether both are one, compared as <see cref="NamePreparation"/> has it; null where that cannot be said, since one of them is
    /// no text or holds characters that cannot be compared.
    /// </summary>
    public bool? Compare(NameAttribute other) =>
        Oid != other.Oid ? false
        : IsText != other.IsText || _prepared is null || other._prepared is null ? null
        : _prepared == other._prepared;
}
