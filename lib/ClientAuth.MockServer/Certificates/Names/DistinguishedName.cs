using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.MockServer.Certificates.Names;

/// <summary>
/// A distinguished name as its parts rather than as a string, so that spelling, spacing, escaping and the string type of a value
/// make no difference (RFC 5280 §7.1).
/// </summary>
internal sealed class DistinguishedName(IReadOnlyList<IReadOnlyList<NameAttribute>> parts)
{
    /// <summary>Reads the string form of RFC 4514.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out DistinguishedName? name) =>
        DistinguishedNameText.TryParse(text, out name);

    /// <summary>Reads the encoded name of a certificate.</summary>
    public static DistinguishedName Read(X500DistinguishedName encoded) => DistinguishedNameEncoding.Read(encoded);

    /// <summary>
    /// Equal, part by part. RFC 4514 writes the parts in reverse and many tools do not, so either order of the whole matches; no
    /// other order does.
    /// </summary>
    public bool Matches(DistinguishedName other) => SameOrder(other.Parts) || SameOrder([.. other.Parts.Reverse()]);

    /// <summary>Whether this name begins, from the root on, with all parts of the other (RFC 5280 §4.2.1.10).</summary>
    public bool IsWithin(DistinguishedName subtree) =>
        parts.Count >= subtree.Parts.Count && subtree.Parts.Zip(parts).All(pair => SameSet(pair.First, pair.Second));

    public bool IsEmpty => parts.Count == 0;

    /// <summary>The values of one attribute type, in dotted form, wherever it stands.</summary>
    public IEnumerable<string> ValuesOf(string oid) =>
        parts.SelectMany(part => part).Where(attribute => attribute.Oid == oid).Select(attribute => attribute.Value);

    private IReadOnlyList<IReadOnlyList<NameAttribute>> Parts => parts;

    private bool SameOrder(IReadOnlyList<IReadOnlyList<NameAttribute>> others) =>
        parts.Count == others.Count && parts.Zip(others).All(pair => SameSet(pair.First, pair.Second));

    // The attributes of one part are a set: their order means nothing.
    private static bool SameSet(IReadOnlyList<NameAttribute> one, IReadOnlyList<NameAttribute> other) =>
        one.Count == other.Count
        && one.All(attribute => other.Any(attribute.Matches))
        && other.All(attribute => one.Any(attribute.Matches));
}
