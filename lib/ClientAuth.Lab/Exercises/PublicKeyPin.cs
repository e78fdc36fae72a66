using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Client;
using ClientAuth.Credentials;

namespace ClientAuth.Lab.Exercises;

/// <summary>Lesson 04: the pin of a server's public key (RFC 7469 §2.4).</summary>
public sealed partial class LessonExercises
{
    public Exercise<Func<X509Certificate2, string>> PublicKeyPin =>
        new(
            this,
            "The pin of a public key",
            isUntouched: pin => OfOneKey(pin).First.Length == 0,
            [
                new(
                    "The pin is the hash alone, without the name of its algorithm.",
                    "OkHttp writes 'sha256/' before a pin. KeyPinning(hostname, publicKeyHash) takes the hash.",
                    pin => !OfOneKey(pin).First.StartsWith("sha256", StringComparison.OrdinalIgnoreCase)
                ),
                new(
                    "The pin is standard Base64.",
                    "Hexadecimal is how thumbprints are written, and Base64url belongs to JWTs. A pin is neither.",
                    pin => IsBase64(OfOneKey(pin).First)
                ),
                new(
                    "Decoded, it is 32 bytes: a SHA-256.",
                    "SHA-1 gives 20 bytes, and a key that was not hashed gives more.",
                    pin => Convert.FromBase64String(OfOneKey(pin).First).Length == SHA256.HashSizeInBytes
                ),
                new(
                    "A certificate that is renewed with the same key keeps its pin.",
                    "Dates and serial number change with each renewal. Which part of the certificate does not?",
                    pin => OfOneKey(pin) is var (first, renewed) && first == renewed
                ),
                new(
                    "The hash covers what kind of key it is, not the bits of the key alone.",
                    "GetPublicKey() gives the bits. SubjectPublicKeyInfo is the algorithm, the curve and the bits.",
                    pin => !HashesTheBitsAlone(pin)
                ),
                new(
                    "With the pin, a client reaches the server and turns away one with another key.",
                    "Hash the whole SubjectPublicKeyInfo, as the certificate encodes it, of the certificate that you are given.",
                    OpensOneDoorOnlyAsync
                ),
            ],
            "that a pin names a key, whoever vouches for it and however often its certificate is renewed"
        );

    private static (string First, string Renewed) OfOneKey(Func<X509Certificate2, string> pin)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var first = SelfSigned(key);
        using var renewed = SelfSigned(key);
        return (pin(first), pin(renewed));
    }

    // Hexadecimal digits are letters of Base64 as well; 64 of them would decode to 48 bytes.
    private static bool IsBase64(string pin) => Base64.IsValid(pin) && !pin.All(char.IsAsciiHexDigit);

    private static bool HashesTheBitsAlone(Func<X509Certificate2, string> pin)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = SelfSigned(key);
        return pin(certificate) == Convert.ToBase64String(SHA256.HashData(certificate.GetPublicKey()));
    }

    private static X509Certificate2 SelfSigned(ECDsa key)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            now.AddMinutes(-5),
            now.AddDays(1)
        );
    }

    private static async Task<bool> OpensOneDoorOnlyAsync(
        Func<X509Certificate2, string> pin,
        CancellationToken cancellationToken
    )
    {
        X509Certificate2? certificate = null;
        await using var lab = await LessonLab.OpenAsync(
            new LabOptions
            {
                Server = options => options with { ServerCertificate = certificate = options.ServerCertificate },
            },
            cancellationToken
        );
        using var anotherKey = lab.Authority.Issue(CertificateProfile.LoopbackServer());
        return await ConnectsAsync(lab, pin(certificate!), cancellationToken)
            && !await ConnectsAsync(lab, pin(anotherKey), cancellationToken);
    }

    private static async Task<bool> ConnectsAsync(LessonLab lab, string pin, CancellationToken cancellationToken)
    {
        var app = lab.Client("mobile-app-mtls");
        var method = new ClientAuthenticationMethodConfiguration.Mtls(app.Certificate!);
        var trust = new ServerTrust.Pinned(new KeyPinning("localhost", pin));
        try
        {
            return await lab.TokenClient(app.Registration.ClientId, method, trust)
                    .RequestTokenAsync(cancellationToken: cancellationToken) is TokenOutcome.Issued;
        }
        catch (AuthorizationServerException error)
            when (error.InnerException?.InnerException is ServerNotTrustedException)
        {
            return false;
        }
    }
}
