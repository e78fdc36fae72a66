using System.Buffers.Text;
using System.Security.Cryptography;
using ClientAuth.Protocol;

namespace Ratios.Servers.Floor;

/// <summary>A public JWK as the base class library has it, and the bare verification with it.</summary>
internal static class PublicKey
{
    public static AsymmetricAlgorithm Of(Jwk key) =>
        key.Kty == "RSA"
            ? RSA.Create(
                new RSAParameters
                {
                    Modulus = Base64Url.DecodeFromChars(key.N),
                    Exponent = Base64Url.DecodeFromChars(key.E),
                }
            )
            : ECDsa.Create(
                new ECParameters
                {
                    Curve = ECCurve.NamedCurves.nistP256,
                    Q = new ECPoint { X = Base64Url.DecodeFromChars(key.X), Y = Base64Url.DecodeFromChars(key.Y) },
                }
            );

    public static bool Verify(AsymmetricAlgorithm key, string algorithm, byte[] input, byte[] signature) =>
        key is RSA rsa
            ? rsa.VerifyData(
                input,
                signature,
                HashAlgorithmName.SHA256,
                algorithm == SignatureAlgorithms.PS256 ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1
            )
            : ((ECDsa)key).VerifyData(input, signature, HashAlgorithmName.SHA256);
}
