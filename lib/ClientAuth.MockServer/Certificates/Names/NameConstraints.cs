using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates.Der;

namespace ClientAuth.MockServer.Certificates.Names;

/// <summary>The names that an authority may speak for (RFC 5280 §4.2.1.10).</summary>
internal sealed class NameConstraints
{
    public const string Identifier = "2.5.29.30";

    private static readonly Asn1Tag PermittedTag = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag ExcludedTag = new(TagClass.ContextSpecific, 1);

    private readonly ILookup<GeneralNameKind, GeneralName> _permitted;
    private readonly ILookup<GeneralNameKind, GeneralName> _excluded;

    private NameConstraints(IReadOnlyList<GeneralName> permitted, IReadOnlyList<GeneralName> excluded)
    {
        _permitted = permitted.ToLookup(subtree => subtree.Kind);
        _excluded = excluded.ToLookup(subtree => subtree.Kind);
    }

    /// <summary>Those of an authority, or null where it may speak for all.</summary>
    /// <exception cref="AsnContentException">The extension is malformed.</exception>
    public static NameConstraints? Of(X509Certificate2 authority) =>
        authority.Extensions[Identifier] is { } extension ? Read(extension.RawData) : null;

    /// <exception cref="AsnContentException">
    /// This is no value of the extension, or constrains nothing, or sets a depth, which the Internet's profile rules out.
    /// </exception>
    public static NameConstraints Read(ReadOnlyMemory<byte> extension)
    {
        var whole = new AsnReader(extension, AsnEncodingRules.DER);
        var sequence = whole.ReadSequence();
        whole.ThrowIfNotEmpty();
        var permitted = ReadSubtrees(sequence, PermittedTag);
        var excluded = ReadSubtrees(sequence, ExcludedTag);
        sequence.ThrowIfNotEmpty();
        return permitted is null && excluded is null
            ? throw new MalformedEncodingException("name constraints that constrain nothing")
            : new NameConstraints(permitted ?? [], excluded ?? []);
    }

    /// <summary>How many comparisons it takes to judge a name.</summary>
    public int CostOf(GeneralName name) => _permitted[name.Kind].Count() + _excluded[name.Kind].Count();

    /// <summary>A kind without a permitted subtree is free; a kind that cannot be compared is not, once it is constrained.</summary>
    public bool Allow(GeneralName name) =>
        (
            !_permitted.Contains(name.Kind)
            || _permitted[name.Kind].Any(subtree => Subtree.Contains(subtree, name) is true)
        ) && _excluded[name.Kind].All(subtree => Subtree.Contains(subtree, name) is false);

    // Null where the list is absent. There is no empty one: SIZE (1..MAX).
    private static List<GeneralName>? ReadSubtrees(AsnReader constraints, Asn1Tag tag)
    {
        if (!constraints.HasData || !constraints.PeekTag().HasSameClassAndValue(tag))
        {
            return null;
        }

        var subtrees = new List<GeneralName>();
        var list = constraints.ReadSequence(tag);
        while (list.HasData)
        {
            var subtree = list.ReadSequence();
            subtrees.Add(ReadBase(subtree));
            // A minimum of 0 is not written in DER, and a maximum is not used (RFC 5280 §4.2.1.10).
            subtree.ThrowIfNotEmpty();
        }

        return subtrees is not []
            ? subtrees
            : throw new MalformedEncodingException("name constraints with an empty list");
    }

    private static GeneralName ReadBase(AsnReader subtree)
    {
        var name = GeneralName.Read(subtree);
        return GeneralNameForm.IsConstraint(name)
            ? name
            : throw new MalformedEncodingException($"a constraint on {name.Describe()}, which is malformed");
    }
}
