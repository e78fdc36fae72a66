using System.Formats.Asn1;
using System.Security.Cryptography;

namespace ClientAuth.MockServer.Certificates.Der;

/// <summary>The parameters of RSA-PSS (RFC 4055 §3.1).</summary>
internal static class PssParameters
{
    private const string MaskGeneration1 = "1.2.840.113549.1.1.8";

    private static readonly Asn1Tag HashTag = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag MaskTag = new(TagClass.ContextSpecific, 1);
    private static readonly Asn1Tag SaltTag = new(TagClass.ContextSpecific, 2);

    /// <summary>The scheme that they make; unknown unless all of them fit one hash, since no platform verifies anything else alike.</summary>
    /// <exception cref="AsnContentException">They are malformed.</exception>
    public static SignatureScheme Read(AsnReader parameters)
    {
        var hash = Take(parameters, HashTag) is { } ofHash ? ReadHash(ofHash) : "SHA-1 by default";
        var mask = Take(parameters, MaskTag) is { } ofMask ? ReadMask(ofMask) : "SHA-1 by default";
        var salt = Take(parameters, SaltTag) is { } ofSalt ? ReadSalt(ofSalt) : SHA1.HashSizeInBytes;
        // What is left would be the trailer, whose only value is its default, and DER leaves that out.
        parameters.ThrowIfNotEmpty();
        var scheme = hash switch
        {
            "2.16.840.1.101.3.4.2.1" => Pss("SHA-256", HashAlgorithmName.SHA256),
            "2.16.840.1.101.3.4.2.2" => Pss("SHA-384", HashAlgorithmName.SHA384),
            "2.16.840.1.101.3.4.2.3" => Pss("SHA-512", HashAlgorithmName.SHA512),
            _ => new SignatureScheme($"RSA-PSS with {hash}", null, null),
        };
        return scheme.Hash is not { } name || (mask == hash && salt == Size(name))
            ? scheme
            : new SignatureScheme($"{scheme.Name}, a mask of {mask} and a salt of {salt} bytes", null, null);
    }

    private static AsnReader? Take(AsnReader parameters, Asn1Tag tag) =>
        parameters.HasData && parameters.PeekTag().HasSameClassAndValue(tag) ? parameters.ReadSequence(tag) : null;

    private static string ReadHash(AsnReader field)
    {
        var hash = ReadHashOf(field.ReadSequence());
        field.ThrowIfNotEmpty();
        return hash;
    }

    private static int ReadSalt(AsnReader field)
    {
        var length = field.TryReadInt32(out var bytes) ? bytes : int.MaxValue;
        field.ThrowIfNotEmpty();
        return length;
    }

    private static string ReadMask(AsnReader field)
    {
        var algorithm = field.ReadSequence();
        field.ThrowIfNotEmpty();
        var oid = algorithm.ReadObjectIdentifier();
        var hash = ReadHashOf(algorithm.ReadSequence());
        algorithm.ThrowIfNotEmpty();
        return oid == MaskGeneration1 ? hash : oid;
    }

    // With NULL or without, both are right (RFC 4055 §2.1).
    private static string ReadHashOf(AsnReader algorithm)
    {
        var oid = algorithm.ReadObjectIdentifier();
        if (algorithm.HasData)
        {
            algorithm.ReadNull();
        }

        algorithm.ThrowIfNotEmpty();
        return oid;
    }

    private static int Size(HashAlgorithmName hash) =>
        hash == HashAlgorithmName.SHA256 ? SHA256.HashSizeInBytes
        : hash == HashAlgorithmName.SHA384 ? SHA384.HashSizeInBytes
        : SHA512.HashSizeInBytes;

    private static SignatureScheme Pss(string hash, HashAlgorithmName name) =>
        new($"RSA-PSS with {hash}", name, RSASignaturePadding.Pss);
}
