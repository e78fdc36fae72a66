using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Credentials;

/// <summary>A certificate before it is signed: a profile with a public key.</summary>
internal sealed class UnsignedCertificate
{
    private readonly CertificateRequest _request;
    private readonly HashAlgorithmName _hash;
    private readonly Func<RawCertificate, RawCertificate>? _rewrite;
    private readonly DateTimeOffset _notBefore;
    private readonly DateTimeOffset _notAfter;

    public UnsignedCertificate(CertificateProfile profile, PublicKey key, HashAlgorithmName hash, TimeProvider clock)
    {
        _hash = hash;
        _rewrite = profile.Rewrite;
        _request = new CertificateRequest(SubjectName.Parse(profile.Subject), key, hash);
        foreach (var extension in ProfileExtensions.For(profile, _request.PublicKey))
        {
            _request.CertificateExtensions.Add(extension);
        }

        _notBefore = clock.GetUtcNow() + profile.StartsIn;
        _notAfter = clock.GetUtcNow() + profile.EndsIn;
    }

    /// <summary>Signs with the key that it is about.</summary>
    public X509Certificate2 SelfSign(AsymmetricAlgorithm key) => Sign(_request.SubjectName, key);

    /// <summary>Signs with the issuer's key. Unlike the BCL's shorter form this allows an issuer that is not in force.</summary>
    public X509Certificate2 SignWith(X509Certificate2 issuer, AsymmetricAlgorithm issuerKey)
    {
        _request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(
                issuer,
                includeKeyIdentifier: true,
                includeIssuerAndSerial: false
            )
        );
        return Sign(issuer.SubjectName, issuerKey);
    }

    private X509Certificate2 Sign(X500DistinguishedName issuer, AsymmetricAlgorithm key)
    {
        var signer = IssuerSignature.Generator(key, _hash);
        var certificate = _request.Create(issuer, signer, _notBefore, _notAfter, CertificateDraft.NewSerial());
        if (_rewrite is null)
        {
            return certificate;
        }

        using (certificate)
        {
            var rewritten = _rewrite(RawCertificate.Read(certificate.RawData));
            return X509CertificateLoader.LoadCertificate(rewritten.Sign(signer, _hash));
        }
    }
}
