using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Platforms.Android;

/// <summary>The public key of an attested certificate, as a DPoP proof would name it.</summary>
internal static class AttestedKey
{
    /// <summary>RFC 7638 thumbprint, or null for a key that no DPoP proof can be made with here.</summary>
    public static string? Thumbprint(X509Certificate2 certificate)
    {
        try
        {
            using AsymmetricAlgorithm? key =
                (AsymmetricAlgorithm?)certificate.GetECDsaPublicKey() ?? certificate.GetRSAPublicKey();
            return key is null ? null : Jwk.FromPublicKey(key).Thumbprint();
        }
        catch (Exception e) when (e is CryptographicException or NotSupportedException)
        {
            return null;
        }
    }
}
