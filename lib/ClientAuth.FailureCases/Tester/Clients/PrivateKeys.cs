using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace ClientAuth.FailureCases.Tester.Clients;

/// <summary>Private keys as people have them in files: PEM, a JWK (RFC 7517), a PKCS#12 file (RFC 7292).</summary>
internal static class PrivateKeys
{
    /// <summary>A key in PEM, PKCS#8 or the older forms, or as a JWK.</summary>
    /// <exception cref="CryptographicException">It holds no private key that signs.</exception>
    public static AsymmetricAlgorithm Read(string file)
    {
        var text = file.TrimStart();
        try
        {
            return text.StartsWith('{') ? OfJwk(text) : OfPem(text);
        }
        catch (Exception error)
            when (error is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new CryptographicException("It is no private JWK.", error);
        }
    }

    /// <summary>The key of a PKCS#12 file.</summary>
    /// <exception cref="CryptographicException">The passphrase is wrong, or there is no such key in it.</exception>
    public static AsymmetricAlgorithm OfPkcs12(byte[] file, string passphrase)
    {
        using var certificate = X509CertificateLoader.LoadPkcs12(file, passphrase, X509KeyStorageFlags.Exportable);
        return (AsymmetricAlgorithm?)certificate.GetECDsaPrivateKey()
            ?? certificate.GetRSAPrivateKey()
            ?? throw new CryptographicException("It holds no private key that signs.");
    }

    private static AsymmetricAlgorithm OfPem(string text)
    {
        try
        {
            var ec = ECDsa.Create();
            ec.ImportFromPem(text);
            return WithPrivatePart(ec);
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            var rsa = RSA.Create();
            try
            {
                rsa.ImportFromPem(text);
            }
            catch (ArgumentException none)
            {
                throw new CryptographicException("It holds no key in PEM, or an encrypted one.", none);
            }

            return WithPrivatePart(rsa);
        }
    }

    // Exporting is what fails where only the public part is there.
    private static AsymmetricAlgorithm WithPrivatePart(AsymmetricAlgorithm key)
    {
        CryptographicOperations.ZeroMemory(key.ExportPkcs8PrivateKey());
        return key;
    }

    private static AsymmetricAlgorithm OfJwk(string text)
    {
        using var document = JsonDocument.Parse(text);
        var jwk = document.RootElement;
        if (jwk.GetProperty("kty").GetString() == "RSA")
        {
            return RSA.Create(
                new RSAParameters
                {
                    Modulus = Octets(jwk, "n"),
                    Exponent = Octets(jwk, "e"),
                    D = Octets(jwk, "d"),
                    P = Octets(jwk, "p"),
                    Q = Octets(jwk, "q"),
                    DP = Octets(jwk, "dp"),
                    DQ = Octets(jwk, "dq"),
                    InverseQ = Octets(jwk, "qi"),
                }
            );
        }

        var curve = jwk.GetProperty("crv").GetString() switch
        {
            "P-256" => ECCurve.NamedCurves.nistP256,
            "P-384" => ECCurve.NamedCurves.nistP384,
            "P-521" => ECCurve.NamedCurves.nistP521,
            _ => throw new FormatException("The curve is none of P-256, P-384, P-521."),
        };
        return ECDsa.Create(
            new ECParameters
            {
                Curve = curve,
                Q = new ECPoint { X = Octets(jwk, "x"), Y = Octets(jwk, "y") },
                D = Octets(jwk, "d"),
            }
        );
    }

    private static byte[] Octets(JsonElement jwk, string member) =>
        Base64Url.DecodeFromChars(jwk.GetProperty(member).GetString());
}
