using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates.Names;

namespace ClientAuth.MockServer.Certificates;

/// <summary>The names that an authority may speak for (RFC 5280 §4.2.1.10).</summary>
internal sealed class NameConstraints
{
    public const string Identifier = "2.5.29.30";

    private static readonly Asn1Tag PermittedTag = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag ExcludedTag = new(TagClass.ContextSpecific, 1);

    private readonly IReadOnlyList<GeneralName> _permitted;
    private readonly IReadOnlyList<GeneralName> _excluded;

    private NameConstraints(IReadOnlyList<GeneralName> permitted, IReadOnlyList<GeneralName> excluded)
    {
        _permitted = permitted;
        _excluded = excluded;
    }

    /// <summary>Those of an authority, or null where it may speak for all.</summary>
    /// <exception cref="AsnContentException">The extension is malformed.</exception>
    public static NameConstraints? Of(X509Certificate2 authority) =>
        authority.Extensions.FirstOrDefault(extension => extension.Oid?.Value == Identifier) is { } extension
            ? Read(extension.RawData)
            : null;

    /// <exception cref="AsnContentException">This is no value of the extension, or sets a depth, which the Internet's profile rules out.</exception>
    public static NameConstraints Read(ReadOnlyMemory<byte> extension)
    {
        var whole = new AsnReader(extension, AsnEncodingRules.DER);
        var sequence = whole.ReadSequence();
        whole.ThrowIfNotEmpty();
        var constraints = new NameConstraints(
            ReadSubtrees(sequence, PermittedTag),
            ReadSubtrees(sequence, ExcludedTag)
        );
        sequence.ThrowIfNotEmpty();
        return constraints;
    }

    /// <summary>A kind without a permitted subtree is free; a kind that cannot be compared is not, once it is constrained.</summary>
    public bool Allow(GeneralName name)
    {
        var permitted = _permitted.Where(subtree => subtree.Kind == name.Kind).ToList();
        return (permitted is [] || permitted.Any(subtree => Subtree.Contains(subtree, name) is true))
            && _excluded
                .Where(subtree => subtree.Kind == name.Kind)
                .All(subtree => Subtree.Contains(subtree, name) is false);
    }

    private static List<GeneralName> ReadSubtrees(AsnReader constraints, Asn1Tag tag)
    {
        var subtrees = new List<GeneralName>();
        if (!constraints.HasData || !constraints.PeekTag().HasSameClassAndValue(tag))
        {
            return subtrees;
        }

        var list = constraints.ReadSequence(tag);
        while (list.HasData)
        {
            var subtree = list.ReadSequence();
            subtrees.Add(GeneralName.Read(subtree));
            // A minimum of 0 is not written in DER, and a maximum is not used (RFC 5280 §4.2.1.10).
            subtree.ThrowIfNotEmpty();
        }

        return subtrees;
    }
}
