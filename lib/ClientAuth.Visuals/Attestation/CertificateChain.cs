using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Attestation;

/// <summary>The certificates that come with an attestation, the attested key's first.</summary>
internal sealed class CertificateChain : IDisposable
{
    private readonly List<X509Certificate2> _certificates = [];

    /// <exception cref="CryptographicException">There is none, or one is no certificate.</exception>
    public CertificateChain(IEnumerable<byte[]> encoded)
    {
        foreach (var certificate in encoded)
        {
            _certificates.Add(X509CertificateLoader.LoadCertificate(certificate));
        }

        if (_certificates is [])
        {
            throw new CryptographicException("no certificate came with the attestation");
        }
    }

    /// <summary>The attested key's.</summary>
    public X509Certificate2 First => _certificates[0];

    public EvidenceTable Table() =>
        new(
            "The certificates, from the attested key upwards",
            ["Certificate", "Subject", "Issuer"],
            [
                .. _certificates.Select(
                    (certificate, index) =>
                        new[]
                        {
                            index == 0 ? "1, the attested key" : Numbers.Show(index + 1),
                            Named(certificate.Subject),
                            Named(certificate.Issuer),
                        }
                ),
            ]
        );

    public void Dispose() => _certificates.ForEach(certificate => certificate.Dispose());

    private static string Named(string name) => name is "" ? "empty" : name;
}
