using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Client.Dpop;
using ClientAuth.Client.Platform;
using ClientAuth.Protocol;

namespace ClientAuth.Client.Registration;

/// <summary>
/// The key that a device makes for its own client. It signs the proofs for the initial access token and the access tokens, and
/// the client registers it, so that nobody can register a key without holding it.
/// </summary>
internal sealed class DeviceKeyPair
{
    public const string Name = "haapi-device-client";

    // Longer than most phones live; a certificate that has ended is registered anew.
    private const int CertificateYears = 5;

    private readonly ECDsa _key;
    private readonly TimeProvider _clock;

    public DeviceKeyPair(DevicePlatform platform, TimeProvider clock)
    {
        _key = platform.OpenKey(Name);
        _clock = clock;
        Dpop = new DpopKey(_key, clock);
    }

    public DpopKey Dpop { get; }

    /// <summary>A new certificate in DER, signed by its own key.</summary>
    public byte[] MakeCertificate()
    {
        var request = new CertificateRequest("CN=device client", _key, HashAlgorithmName.SHA256);
        var now = _clock.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddMinutes(-5), now.AddYears(CertificateYears));
        return certificate.RawData;
    }

    /// <summary>Whether a certificate is for this key.</summary>
    public bool IsIn(byte[] certificate)
    {
        try
        {
            using var read = X509CertificateLoader.LoadCertificate(certificate);
            using var key = read.GetECDsaPublicKey();
            return key is not null && Dpop.IsOf(key);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>What the device registers.</summary>
    /// <param name="certificate">In DER; null registers the key alone.</param>
    public JwkSet PublicKeys(byte[]? certificate) =>
        new()
        {
            Keys =
            [
                certificate is null
                    ? Dpop.PublicKey
                    : Dpop.PublicKey with
                    {
                        X5c = [Convert.ToBase64String(certificate)],
                    },
            ],
        };

    /// <summary>The authentication method of the device's client, by its registration.</summary>
    public ClientAuthenticationMethodConfiguration Method(DeviceClient client) =>
        client.Registration switch
        {
            { TokenEndpointAuthMethod: TokenEndpointAuthMethods.SelfSignedTlsClientAuth } =>
                new ClientAuthenticationMethodConfiguration.Mtls(WithKey(client.Certificate!)),
            {
                TokenEndpointAuthMethod: TokenEndpointAuthMethods.ClientSecretBasic,
                ClientSecret: { Length: > 0 } secret
            } => new ClientAuthenticationMethodConfiguration.Secret(secret),
            {
                TokenEndpointAuthMethod: TokenEndpointAuthMethods.ClientSecretPost,
                ClientSecret: { Length: > 0 } secret
            } => new ClientAuthenticationMethodConfiguration.Secret(secret, SecretStyle.Body),
            _ => new ClientAuthenticationMethodConfiguration.SignedJwt.Asymmetric(
                _key,
                SignatureAlgorithms.ES256,
                Dpop.PublicKey.Kid
            ),
        };

    private X509Certificate2 WithKey(byte[] der)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(der);
        var withKey = certificate.CopyWithPrivateKey(_key);
        if (!OperatingSystem.IsWindows())
        {
            return withKey;
        }

        // The TLS of Windows wants a key that its own store holds, which the way through PKCS#12 gives it.
        using (withKey)
        {
            return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), password: null);
        }
    }
}
