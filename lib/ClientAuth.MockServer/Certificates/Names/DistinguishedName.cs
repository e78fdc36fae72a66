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
    public static DistinguishedName Read(X500DistinguishedName encoded) =>
        DistinguishedNameEncoding.Read(encoded.RawData);

    /// <summary>
    /// Equal, part by part. RFC 4514 writes the parts in reverse and many tools do not, so either order of the whole matches; no
    /// other order does.
    /// </summary>
    public bool Matches(DistinguishedName other) => SameOrder(other.Parts) || SameOrder([.. other.Parts.Reverse()]);

    /// <summary>
    /// Whether this name begins, from the root on, with all parts of the other (RFC 5280 §4.2.1.10); null where that cannot be said.
    /// </summary>
    public bool? IsWithin(DistinguishedName subtree) =>
        parts.Count < subtree.Parts.Count ? false : All(subtree.Parts.Zip(parts), SameSet);

    public bool IsEmpty => parts.Count == 0;

    /// <summary>The values of one attribute type, in dotted form, wherever it stands.</summary>
    public IEnumerable<string> ValuesOf(string oid) =>
        parts.SelectMany(part => part).Where(attribute => attribute.Oid == oid).Select(attribute => attribute.Value);

    private IReadOnlyList<IReadOnlyList<NameAttribute>> Parts => parts;

    private bool SameOrder(IReadOnlyList<IReadOnlyList<NameAttribute>> others) =>
        parts.Count == others.Count && All(parts.Zip(others), SameSet) is true;

    // The attributes of one part are a set: their order means nothing.
    private static bool? SameSet(IReadOnlyList<NameAttribute> one, IReadOnlyList<NameAttribute> other) =>
        one.Count != other.Count
            ? false
            : All(
                one.Select(attribute => (attribute, other)).Concat(other.Select(attribute => (attribute, one))),
                IsOneOf
            );

    private static bool? IsOneOf(NameAttribute attribute, IReadOnlyList<NameAttribute> others)
    {
        var compared = others.Select(attribute.Compare).ToList();
        return compared.Contains(true) ? true
            : compared.Contains(null) ? null
            : false;
    }

    // A single difference decides; without one, a single pair that cannot be compared does.
    private static bool? All<T>(
        IEnumerable<(T, IReadOnlyList<NameAttribute>)> pairs,
        Func<T, IReadOnlyList<NameAttribute>, bool?> compare
    )
    {
        bool? all = true;
        foreach (var (one, other) in pairs)
        {
            switch (compare(one, other))
            {
                case false:
                    return false;
                case null:
                    all = null;
                    break;
            }
        }

        return all;
    }
}
