using System.Formats.Asn1;
using System.Security.Cryptography;

namespace ClientAuth.MockServer.Certificates.Der;

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

    /// <exception cref="AsnContentException">These are no algorithm identifier, or one whose parameters do not belong to it.</exception>
    public static SignatureScheme Read(AsnReader algorithm)
    {
        var oid = algorithm.ReadObjectIdentifier();
        var scheme = oid switch
        {
            "1.2.840.113549.1.1.4" => Rsa("MD5", HashAlgorithmName.MD5, algorithm),
            "1.2.840.113549.1.1.5" => Rsa("SHA-1", HashAlgorithmName.SHA1, algorithm),
            "1.2.840.113549.1.1.11" => Rsa("SHA-256", HashAlgorithmName.SHA256, algorithm),
            "1.2.840.113549.1.1.12" => Rsa("SHA-384", HashAlgorithmName.SHA384, algorithm),
            "1.2.840.113549.1.1.13" => Rsa("SHA-512", HashAlgorithmName.SHA512, algorithm),
            "1.2.840.10045.4.1" => Ecdsa("SHA-1", HashAlgorithmName.SHA1, algorithm),
            "1.2.840.10045.4.3.2" => Ecdsa("SHA-256", HashAlgorithmName.SHA256, algorithm),
            "1.2.840.10045.4.3.3" => Ecdsa("SHA-384", HashAlgorithmName.SHA384, algorithm),
            "1.2.840.10045.4.3.4" => Ecdsa("SHA-512", HashAlgorithmName.SHA512, algorithm),
            RsaPss when algorithm.HasData => PssParameters.Read(algorithm.ReadSequence()),
            _ => null,
        };
        if (scheme is null)
        {
            return new SignatureScheme(oid, null, null);
        }

        algorithm.ThrowIfNotEmpty();
        return scheme;
    }

    /// <summary>An encoded AlgorithmIdentifier in words, for a trace.</summary>
    public static string Describe(ReadOnlyMemory<byte> algorithm)
    {
        try
        {
            return Read(new AsnReader(algorithm, AsnEncodingRules.DER).ReadSequence()).Name;
        }
        catch (AsnContentException)
        {
            return $"with the encoding {Convert.ToHexString(algorithm.Span)[..Math.Min(2 * algorithm.Length, 40)]}";
        }
    }

    // The parameters are NULL, and a reader must do without them (RFC 4055 §5).
    private static SignatureScheme Rsa(string hash, HashAlgorithmName name, AsnReader parameters)
    {
        if (parameters.HasData)
        {
            parameters.ReadNull();
        }

        return new($"RSA with {hash}", name, RSASignaturePadding.Pkcs1);
    }

    private static SignatureScheme Ecdsa(string hash, HashAlgorithmName name, AsnReader parameters) =>
        parameters.HasData
            ? throw new MalformedEncodingException(
                $"parameters of the signature algorithm ECDSA with {hash}, which has none (RFC 5758 §3.2)"
            )
            : new SignatureScheme($"ECDSA with {hash}", name, null);
}
