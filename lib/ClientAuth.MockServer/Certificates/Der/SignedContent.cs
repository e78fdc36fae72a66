using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.MockServer.Certificates.Der;

/// <summary>What certificates and revocation lists have in common: a content, and an authority's signature over it (RFC 5280 §4.1, §5.1).</summary>
internal sealed class SignedContent
{
    private readonly ReadOnlyMemory<byte> _algorithm;
    private readonly byte[] _signature;

    private SignedContent(ReadOnlyMemory<byte> content, ReadOnlyMemory<byte> algorithm, byte[] signature)
    {
        Content = content;
        _algorithm = algorithm;
        _signature = signature;
        Scheme = SignatureScheme.Read(new AsnReader(algorithm, AsnEncodingRules.DER).ReadSequence());
        if (Scheme is { Hash: not null, Padding: null })
        {
            RequireTwoPositiveNumbers(signature);
        }
    }

    /// <summary>The bytes that are signed, DER.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    public SignatureScheme Scheme { get; }

    /// <exception cref="AsnContentException">These bytes are nothing that is signed, or not in DER.</exception>
    public static SignedContent Read(ReadOnlyMemory<byte> der)
    {
        var whole = new AsnReader(der, AsnEncodingRules.DER);
        var sequence = whole.ReadSequence();
        whole.ThrowIfNotEmpty();
        var content = sequence.ReadEncodedValue();
        var algorithm = sequence.ReadEncodedValue();
        var signature = sequence.ReadBitString(out var unusedBits);
        sequence.ThrowIfNotEmpty();
        return unusedBits == 0
            ? new SignedContent(content, algorithm, signature)
            : throw new MalformedEncodingException($"a signature with {unusedBits} unused bits");
    }

    /// <summary>
    /// The algorithm stands in the content as well, where it is signed, and must be the same there, parameters included (RFC 5280
    /// §4.1.1.2, §5.1.1.2).
    /// </summary>
    /// <param name="signed">As it stands in the content, DER.</param>
    /// <exception cref="AsnContentException">It is another.</exception>
    public void RequireAlgorithm(ReadOnlyMemory<byte> signed)
    {
        if (!signed.Span.SequenceEqual(_algorithm.Span))
        {
            throw new MalformedEncodingException(
                $"the signature algorithm {SignatureScheme.Describe(_algorithm)} beside the signature, and {SignatureScheme.Describe(signed)} inside what is signed"
            );
        }
    }

    /// <summary>Whether the holder of this key signed it.</summary>
    public bool IsSignedBy(PublicKey key)
    {
        if (Scheme.Hash is not { } hash)
        {
            return false;
        }

        try
        {
            using var rsa = key.GetRSAPublicKey();
            using var ec = key.GetECDsaPublicKey();
            return Scheme.Padding is { } padding
                ? rsa?.VerifyData(Content.Span, _signature, hash, padding) is true
                : ec?.VerifyData(Content.Span, _signature, hash, DSASignatureFormat.Rfc3279DerSequence) is true;
        }
        catch (Exception e) when (e is CryptographicException or NotSupportedException)
        {
            // A key or a signature that the platform cannot even read verifies nothing; the second is for a curve unknown to it.
            return false;
        }
    }

    // ECDSA's r and s (RFC 3279 §2.2.3). Some platforms read a negative number as the positive one with the same bits.
    private static void RequireTwoPositiveNumbers(byte[] signature)
    {
        var whole = new AsnReader(signature, AsnEncodingRules.DER);
        var numbers = whole.ReadSequence();
        whole.ThrowIfNotEmpty();
        var positive = numbers.ReadInteger().Sign > 0 & numbers.ReadInteger().Sign > 0;
        numbers.ThrowIfNotEmpty();
        if (!positive)
        {
            throw new MalformedEncodingException("an ECDSA signature with a number that is not positive");
        }
    }
}
