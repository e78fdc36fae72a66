using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.MockServer.Certificates;

/// <summary>What certificates and revocation lists have in common: a content, and an authority's signature over it (RFC 5280 §4.1, §5.1).</summary>
internal sealed class SignedContent
{
    private readonly byte[] _signature;

    private SignedContent(ReadOnlyMemory<byte> content, SignatureScheme scheme, byte[] signature)
    {
        Content = content;
        Scheme = scheme;
        _signature = signature;
    }

    /// <summary>The bytes that are signed, DER.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    public SignatureScheme Scheme { get; }

    /// <exception cref="AsnContentException">These bytes are nothing that is signed.</exception>
    public static SignedContent Read(ReadOnlyMemory<byte> der)
    {
        var whole = new AsnReader(der, AsnEncodingRules.DER);
        var sequence = whole.ReadSequence();
        whole.ThrowIfNotEmpty();
        var content = sequence.ReadEncodedValue();
        var scheme = SignatureScheme.Read(sequence.ReadSequence());
        var signature = sequence.ReadBitString(out _);
        sequence.ThrowIfNotEmpty();
        return new SignedContent(content, scheme, signature);
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
}
