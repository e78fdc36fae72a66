using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Credentials;

/// <summary>How an authority signs with its key: with any hash that it is told, the broken ones included.</summary>
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
