using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;

namespace ClientAuth.MockServer.Tests.Lab;

/// <summary>An authority with a fault, below the lab's own, and what it issues.</summary>
internal sealed class TestIntermediate(TestLab lab, Func<CertificateProfile, CertificateProfile> change) : IDisposable
{
    private readonly X509Certificate2 _certificate = lab.Authority.Issue(
        change(CertificateProfile.Authority("Intermediate"))
    );

    private readonly List<X509Certificate2> _issued = [];

    public TestCall Presenting(string clientId, string subject)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var issuerKey = _certificate.GetECDsaPrivateKey()!;
        var now = lab.Clock.GetUtcNow();
        using var issued = new CertificateRequest(subject, key, HashAlgorithmName.SHA256).Create(
            _certificate.SubjectName,
            X509SignatureGenerator.CreateForECDsa(issuerKey),
            now.AddMinutes(-5),
            now.AddHours(1),
            [1]
        );
        using var withKey = issued.CopyWithPrivateKey(key);
        // Through PKCS#12, since Windows cannot use an ephemeral key for TLS.
        var certificate = X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
        _issued.Add(certificate);
        return TestCall.Presenting(clientId, certificate) with { Intermediates = [_certificate] };
    }

    public void Dispose()
    {
        _issued.ForEach(certificate => certificate.Dispose());
        _certificate.Dispose();
    }
}
