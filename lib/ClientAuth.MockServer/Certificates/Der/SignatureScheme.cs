using System.Formats.Asn1;
using System.Security.Cryptography;

namespace ClientAuth.MockServer.Certificates;

/// <summary>How something is signed, as its AlgorithmIdentifier says (RFC 3279 §2.2, RFC 4055 §5, RFC 5758 §3.2).</summary>
/// <param name="Name">In words, for a trace.</param>
/// <param name="Hash">Null where the scheme is not known here.</param>
/// <param name="Padding">For RSA; null otherwise.</param>
internal sealed record SignatureScheme(string Name, HashAlgorithmName? Hash, RSASignaturePadding? Padding)
{
    private const string RsaPss = "1.2.840.113549.1.1.10";

    /// <summary>Whether nobody can make a second content for a signature: that takes SHA-256 or better.</summary>
    public bool IsStrong =>
        Hash == HashAlgorithmName.SHA256 || Hash == HashAlgorithmName.SHA384 || Hash == HashAlgorithmName.SHA512;

    /// <exception cref="AsnContentException">These are no algorithm identifier.</exception>
    public static SignatureScheme Read(AsnReader algorithm)
    {
        var oid = algorithm.ReadObjectIdentifier();
        return oid switch
        {
            "1.2.840.113549.1.1.4" => Rsa("MD5", HashAlgorithmName.MD5),
            "1.2.840.113549.1.1.5" => Rsa("SHA-1", HashAlgorithmName.SHA1),
            "1.2.840.113549.1.1.11" => Rsa("SHA-256", HashAlgorithmName.SHA256),
            "1.2.840.113549.1.1.12" => Rsa("SHA-384", HashAlgorithmName.SHA384),
            "1.2.840.113549.1.1.13" => Rsa("SHA-512", HashAlgorithmName.SHA512),
            "1.2.840.10045.4.1" => Ecdsa("SHA-1", HashAlgorithmName.SHA1),
            "1.2.840.10045.4.3.2" => Ecdsa("SHA-256", HashAlgorithmName.SHA256),
            "1.2.840.10045.4.3.3" => Ecdsa("SHA-384", HashAlgorithmName.SHA384),
            "1.2.840.10045.4.3.4" => Ecdsa("SHA-512", HashAlgorithmName.SHA512),
            RsaPss when algorithm.HasData => ReadPss(algorithm.ReadSequence()),
            _ => new SignatureScheme(oid, null, null),
        };
    }

    private static SignatureScheme Rsa(string hash, HashAlgorithmName name) =>
        new($"RSA with {hash}", name, RSASignaturePadding.Pkcs1);

    private static SignatureScheme Ecdsa(string hash, HashAlgorithmName name) => new($"ECDSA with {hash}", name, null);

    // The salt's length is left to the verification, which takes the hash's; every other is refused there.
    private static SignatureScheme ReadPss(AsnReader parameters)
    {
        var hashTag = new Asn1Tag(TagClass.ContextSpecific, 0);
        var hash =
            parameters.HasData && parameters.PeekTag().HasSameClassAndValue(hashTag)
                ? parameters.ReadSequence(hashTag).ReadSequence().ReadObjectIdentifier()
                : "SHA-1 by default";
        return hash switch
        {
            "2.16.840.1.101.3.4.2.1" => Pss("SHA-256", HashAlgorithmName.SHA256),
            "2.16.840.1.101.3.4.2.2" => Pss("SHA-384", HashAlgorithmName.SHA384),
            "2.16.840.1.101.3.4.2.3" => Pss("SHA-512", HashAlgorithmName.SHA512),
            _ => new SignatureScheme($"RSA-PSS with {hash}", null, null),
        };
    }

    private static SignatureScheme Pss(string hash, HashAlgorithmName name) =>
        new($"RSA-PSS with {hash}", name, RSASignaturePadding.Pss);
}
