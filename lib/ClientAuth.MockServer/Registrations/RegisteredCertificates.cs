using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>The certificates of a <c>self_signed_tls_client_auth</c> client, in its JWKs' <c>x5c</c> (RFC 8705 §2.2.2).</summary>
internal static class RegisteredCertificates
{
    /// <summary>The DER of each key's own certificate.</summary>
    public static IEnumerable<byte[]> Of(ClientMetadata client) =>
        client.Jwks?.Keys.Where(key => key.X5c is [_, ..]).Select(key => Convert.FromBase64String(key.X5c![0])) ?? [];

    public static void Check(ClientMetadata client)
    {
        if (client.Jwks?.Keys is not { Count: > 0 } keys || keys.Any(key => key.X5c is not [_, ..]))
        {
            throw Registration.Wrong(
                client,
                "jwks",
                "needs a key with its certificate in x5c for self_signed_tls_client_auth"
            );
        }

        foreach (var key in keys)
        {
            if (Thumbprint(client, key) != key.Thumbprint())
            {
                throw Registration.Wrong(client, "jwks", $"has a key '{key.Kid}' that is not the key of its x5c");
            }
        }
    }

    private static string Thumbprint(ClientMetadata client, Jwk key)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(key.X5c![0]));
            return Jwk.FromCertificate(certificate).Thumbprint();
        }
        catch (Exception e) when (e is FormatException or CryptographicException or NotSupportedException)
        {
            throw Registration.Wrong(
                client,
                "jwks",
                $"has a key '{key.Kid}' whose x5c holds no certificate of such a key"
            );
        }
    }
}
