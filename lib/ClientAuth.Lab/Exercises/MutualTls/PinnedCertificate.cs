using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Lab.Exercises.MutualTls;

/// <summary>Certificates of servers that a learner's pin is tried on, in the exercise of lesson 04.</summary>
internal static class PinnedCertificate
{
    /// <summary>A certificate of this key, with a serial number of its own. The caller disposes of it.</summary>
    public static X509Certificate2 Of(ECDsa key) =>
        Signed(new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256));

    /// <summary>One for each kind of key that servers have. The caller disposes of each.</summary>
    public static IEnumerable<(string Kind, X509Certificate2 Certificate)> OfEachKind()
    {
        using var p256 = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        yield return ("P-256", Of(p256));
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        yield return ("P-384", Of(p384));
        using var rsa = RSA.Create(2048);
        yield return (
            "RSA",
            Signed(new CertificateRequest("CN=localhost", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
        );
    }

    private static X509Certificate2 Signed(CertificateRequest request)
    {
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddMinutes(-5), now.AddDays(1));
    }
}
