using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Registrations.Keys;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>The certificates of a <c>self_signed_tls_client_auth</c> client, in its JWKs' <c>x5c</c> (RFC 8705 §2.2.2).</summary>
internal static class RegisteredCertificates
{
    /// <summary>The DER of a key's own certificate, or null where it has none.</summary>
    public static byte[]? Of(Jwk key) => key.X5c is [var first, ..] ? Convert.FromBase64String(first) : null;

    public static IEnumerable<CheckResult> CheckResults(ClientMetadata client, int minimumRsaKeySize)
    {
        if (
            client.TokenEndpointAuthMethod != TokenEndpointAuthMethods.SelfSignedTlsClientAuth
            || client.JwksUri is not null
        )
        {
            yield break;
        }

        var keys = client.Jwks?.Keys ?? [];
        var without = keys.Count(key => key.X5c is not [_, ..]);
        yield return new CheckResult(
            Rules.RegisteredKeys,
            keys is not [] && without == 0,
            "at least one key in jwks, and each with its certificate in x5c, for self_signed_tls_client_auth",
            keys is [] ? "none" : $"{keys.Count}, {without} without certificate"
        );
        foreach (var key in keys)
        {
            var problem = Problem(key);
            yield return new CheckResult(
                Rules.RegisteredX5c,
                problem is null,
                "the first certificate in x5c to be that of the key",
                $"{problem ?? $"SHA-256 {Base64Url.EncodeToString(SHA256.HashData(Of(key)!))}"}, kid {Quote.Text(key.Kid)}"
            );
            if (PublicKeys.IsKnownType(key))
            {
                yield return RegisteredKeys.Strength(key, minimumRsaKeySize);
            }
        }
    }

    /// <summary>What is wrong with a key's certificate, or null.</summary>
    public static string? Problem(Jwk key)
    {
        if (key.X5c is not [var first, ..])
        {
            return "no certificate";
        }

        try
        {
            var der = Convert.FromBase64String(first);
            using var certificate = X509CertificateLoader.LoadCertificate(der);
            // The loader also reads PEM, and past the end; such a certificate would never be met in a handshake.
            return !certificate.RawData.AsSpan().SequenceEqual(der) ? "more or less than one certificate in DER"
                : Jwk.FromCertificate(certificate).Thumbprint() is var certified && certified == key.Thumbprint() ? null
                : $"the certificate of the key {Quote.Text(certified)}";
        }
        catch (Exception e) when (e is FormatException or CryptographicException or NotSupportedException)
        {
            return "no certificate of an RSA or EC key";
        }
    }
}
