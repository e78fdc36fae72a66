using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Certificates;

/// <summary>A certificate's public key: what it is, and the hash that pins it.</summary>
/// <param name="Algorithm">For example <c>RSA, 2048 bits</c> or <c>EC, P-256</c>.</param>
/// <param name="Pin">Base64 of SHA-256 over the SubjectPublicKeyInfo (RFC 7469 §2.4).</param>
internal sealed record PublicKeyFacts(string Algorithm, string Pin)
{
    public static PublicKeyFacts Read(X509Certificate2 certificate) =>
        new(
            Describe(certificate.PublicKey),
            Convert.ToBase64String(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()))
        );

    private static string Describe(PublicKey key)
    {
        try
        {
            using var rsa = key.GetRSAPublicKey();
            if (rsa is not null)
            {
                return $"RSA, {Numbers.Show(rsa.KeySize)} bits";
            }

            using var ec = key.GetECDsaPublicKey();
            return ec is null ? $"algorithm {key.Oid.Value}" : $"EC, {CurveName(ec)}";
        }
        catch (CryptographicException)
        {
            return $"algorithm {key.Oid.Value}, not readable on this machine";
        }
    }

    private static string CurveName(ECDsa key)
    {
        var curve = key.ExportParameters(includePrivateParameters: false).Curve.Oid;
        return ObjectIdentifierWords.Curve(curve.Value ?? curve.FriendlyName);
    }
}
