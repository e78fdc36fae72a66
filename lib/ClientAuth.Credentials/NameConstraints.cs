using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Credentials;

/// <summary>The name constraints of an authority: the names that its certificates may hold (RFC 5280 §4.2.1.10).</summary>
public sealed record NameConstraints
{
    private const string Identifier = "2.5.29.30";

    /// <summary>Names of these kinds must be within one of these; names of other kinds are free.</summary>
    public IReadOnlyList<GeneralSubtree> Permitted { get; init; } = [];

    /// <summary>No name may be within one of these, whatever is permitted.</summary>
    public IReadOnlyList<GeneralSubtree> Excluded { get; init; } = [];

    internal X509Extension ToExtension()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            Write(writer, 0, Permitted);
            Write(writer, 1, Excluded);
        }

        return new X509Extension(Identifier, writer.Encode(), critical: true);
    }

    private static void Write(AsnWriter writer, int tag, IReadOnlyList<GeneralSubtree> subtrees)
    {
        if (subtrees.Count == 0)
        {
            return;
        }

        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, tag)))
        {
            foreach (var subtree in subtrees)
            {
                subtree.Write(writer);
            }
        }
    }
}
