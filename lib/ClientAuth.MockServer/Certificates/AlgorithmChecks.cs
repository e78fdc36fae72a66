using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Certificates;

/// <summary>Whether every signature and key of a path is strong enough to mean something (RFC 8705 §7.3, NIST SP 800-131A).</summary>
internal sealed class AlgorithmChecks(int minimumRsaKeySize)
{
    private const int MinimumCurveSize = 256;

    public bool Check(CertificatePath path, Rule rule, Trail trail)
    {
        var weak = path
            .Issued.Select(link => WeakSignature(link.Certificate))
            .Concat(path.Certificates.Select(WeakKey))
            .FirstOrDefault(problem => problem is not null);
        return trail.Check(
            rule,
            weak is null,
            $"signatures over SHA-256 or better, {RsaKeySizes.Describe(minimumRsaKeySize)}, curves of {MinimumCurveSize}",
            weak ?? $"{SignedContent.Read(path.Leaf.RawData).Scheme.Name}, {Describe(path.Leaf.PublicKey).Words}"
        );
    }

    // An anchor's own signature vouches for nothing, so it is not looked at.
    private static string? WeakSignature(X509Certificate2 certificate)
    {
        var scheme = SignedContent.Read(certificate.RawData).Scheme;
        return scheme.IsStrong ? null : $"{scheme.Name} on {Quote.Text(certificate.Subject)}";
    }

    private string? WeakKey(X509Certificate2 certificate)
    {
        var (words, strong) = Describe(certificate.PublicKey);
        return strong ? null : $"{words} of {Quote.Text(certificate.Subject)}";
    }

    private (string Words, bool Strong) Describe(PublicKey key)
    {
        try
        {
            using var rsa = key.GetRSAPublicKey();
            using var ec = key.GetECDsaPublicKey();
            return (rsa, ec) switch
            {
                ({ KeySize: var size }, _) => ($"an RSA key of {size} bits", RsaKeySizes.Fits(size, minimumRsaKeySize)),
                (_, { KeySize: var size }) => ($"a key on a curve of {size} bits", size >= MinimumCurveSize),
                _ => ($"a key of another kind, {key.Oid.Value},", false),
            };
        }
        catch (Exception e) when (e is CryptographicException or NotSupportedException)
        {
            return ($"a key that cannot be read, {key.Oid.Value},", false);
        }
    }
}
