using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Credentials;

/// <summary>Makes the signature generator of an authority's key. It accepts every hash, broken ones included.</summary>
internal static class IssuerSignature
{
    /// <summary>The private key of an issuer, which the caller disposes of.</summary>
    public static AsymmetricAlgorithm KeyOf(X509Certificate2 issuer) =>
        (AsymmetricAlgorithm?)issuer.GetECDsaPrivateKey() ?? issuer.GetRSAPrivateKey()!;

    public static X509SignatureGenerator Generator(AsymmetricAlgorithm key, HashAlgorithmName hash)
    {
        var generator = key is ECDsa ec
            ? X509SignatureGenerator.CreateForECDsa(ec)
            : X509SignatureGenerator.CreateForRSA((RSA)key, RSASignaturePadding.Pkcs1);
        return hash == HashAlgorithmName.SHA1 || hash == HashAlgorithmName.MD5
            ? new BrokenSignatureGenerator(key, generator.PublicKey)
            : generator;
    }
}

/// <summary>Signs with hashes that .NET rightly refuses for certificates, so that a test can show that a server refuses them, too.</summary>
internal sealed class BrokenSignatureGenerator(AsymmetricAlgorithm key, PublicKey publicKey) : X509SignatureGenerator
{
    public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Identifier(hashAlgorithm));
            // NULL for RSA (RFC 3279 §2.2.1), nothing for ECDSA (§2.2.3).
            if (key is RSA)
            {
                writer.WriteNull();
            }
        }

        return writer.Encode();
    }

    public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) =>
        key is ECDsa ec
            ? ec.SignData(data, hashAlgorithm, DSASignatureFormat.Rfc3279DerSequence)
            : ((RSA)key).SignData(data, hashAlgorithm, RSASignaturePadding.Pkcs1);

    protected override PublicKey BuildPublicKey() => publicKey;

    private string Identifier(HashAlgorithmName hash) =>
        (key, hash.Name) switch
        {
            (ECDsa, "SHA1") => "1.2.840.10045.4.1",
            (RSA, "SHA1") => "1.2.840.113549.1.1.5",
            (RSA, "MD5") => "1.2.840.113549.1.1.4",
            _ => throw new ArgumentException($"There is no signature of this key with {hash.Name}.", nameof(hash)),
        };
}
