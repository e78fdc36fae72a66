using System.Formats.Asn1;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates.Der;

namespace ClientAuth.MockServer.Certificates;

/// <summary>A list of what one authority has withdrawn (RFC 5280 §5.1).</summary>
internal sealed class RevocationList
{
    private const string AuthorityKeyIdentifier = "2.5.29.35";
    private const string ListNumber = "2.5.29.20";

    private static readonly Asn1Tag ExtensionsTag = new(TagClass.ContextSpecific, 0);

    private readonly SignedContent _signed;
    private readonly ReadOnlyMemory<byte> _issuer;
    private readonly DateTimeOffset _thisUpdate;
    private readonly DateTimeOffset? _nextUpdate;
    private readonly HashSet<BigInteger> _serials = [];

    // A signature is verified once for each authority: the same few are asked about with every request.
    private readonly ConditionalWeakTable<X509Certificate2, StrongBox<bool>> _signers = [];

    private RevocationList(SignedContent signed)
    {
        _signed = signed;
        var content = new AsnReader(signed.Content, AsnEncodingRules.DER).ReadSequence();
        // Version 2 is the one with extensions, of which a list must have one (RFC 5280 §5.1.2.1).
        var isWritten = content.PeekTag().HasSameClassAndValue(Asn1Tag.Integer);
        if (!isWritten || !content.TryReadInt32(out var version) || version != 1)
        {
            throw new MalformedEncodingException("it is not of version 2");
        }

        signed.RequireAlgorithm(content.ReadEncodedValue());
        _issuer = content.ReadEncodedValue();
        _thisUpdate = EncodedTime.Read(content);
        _nextUpdate = EncodedTime.IsNext(content) ? EncodedTime.Read(content) : null;
        if (content.HasData && content.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
        {
            ReadEntries(content.ReadSequence());
        }

        RequireExtensions(
            content.HasData ? EncodedExtension.ReadAll(content.ReadSequence(ExtensionsTag).ReadSequence()) : []
        );
        content.ThrowIfNotEmpty();
    }

    /// <exception cref="AsnContentException">This is no list in DER, or one that says what the server does not understand.</exception>
    public static RevocationList Read(ReadOnlyMemory<byte> der) => new(SignedContent.Read(der));

    /// <summary>In force: issued, and the next one not yet due. A list without an end is never taken (RFC 5280 §5.1.2.5).</summary>
    public bool IsCurrent(DateTimeOffset now) => _thisUpdate <= now && now <= _nextUpdate;

    /// <summary>Whether this authority, which must be allowed to, signed it.</summary>
    public bool IsFrom(X509Certificate2 authority) =>
        _issuer.Span.SequenceEqual(authority.SubjectName.RawData)
        && authority.Extensions.OfType<X509KeyUsageExtension>().All(e => e.KeyUsages.HasFlag(X509KeyUsageFlags.CrlSign))
        && _signed.Scheme.IsStrong
        && _signers.GetValue(authority, one => new StrongBox<bool>(_signed.IsSignedBy(one.PublicKey))).Value;

    public bool Lists(X509Certificate2 certificate) =>
        _serials.Contains(new BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: false, isBigEndian: true));

    /// <summary>From when to when it holds, for a trace.</summary>
    public override string ToString() => $"{_thisUpdate:u} to {(_nextUpdate is { } end ? $"{end:u}" : "no end")}";

    private void ReadEntries(AsnReader entries)
    {
        while (entries.HasData)
        {
            var entry = entries.ReadSequence();
            _serials.Add(entry.ReadInteger());
            EncodedTime.Read(entry);
            if (entry.HasData)
            {
                RequireKnown(EncodedExtension.ReadAll(entry.ReadSequence()));
            }

            entry.ThrowIfNotEmpty();
        }
    }

    // Which of two lists is the newer one, its number says; it is always there, and never critical (RFC 5280 §5.2.3).
    private static void RequireExtensions(IReadOnlyList<EncodedExtension> extensions)
    {
        RequireKnown(extensions);
        if (extensions.All(extension => extension.Oid != ListNumber))
        {
            throw new MalformedEncodingException("it has no list number");
        }

        if (extensions.GroupBy(extension => extension.Oid).FirstOrDefault(same => same.Count() > 1) is { Key: var oid })
        {
            throw new MalformedEncodingException($"it has the extension {oid} twice");
        }
    }

    // A critical one would change what the list covers: a delta, a part, an indirect list (RFC 5280 §5.2.4 to §5.3). No list of an
    // authority that keeps the rules has those that are known as critical ones.
    private static void RequireKnown(IReadOnlyList<EncodedExtension> extensions)
    {
        if (extensions.FirstOrDefault(extension => extension.IsCritical) is { Oid: var oid })
        {
            throw new MalformedEncodingException(
                oid is AuthorityKeyIdentifier or ListNumber
                    ? $"its extension {oid} is critical, which that never is"
                    : $"its critical extension {oid} is not known"
            );
        }
    }
}
