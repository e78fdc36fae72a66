using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates.Der;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;

namespace ClientAuth.MockServer.Certificates;

/// <summary>Whether every signature and key of a path is strong enough to mean something (RFC 8705 §7.3, NIST SP 800-131A).</summary>
internal sealed class AlgorithmChecks(int minimumRsaKeySize)
{
    private const int MinimumCurveSize = 256;
    private const string EcPublicKey = "1.2.840.10045.2.1";
    private const byte ObjectIdentifier = 0x06;

    // To read a key takes longer than all else here, and a connection brings the same certificates with each of its requests.
    private readonly ConditionalWeakTable<X509Certificate2, KeyStrength> _keys = [];

    public bool Check(CertificatePath path, Rule rule, CheckTrace trace)
    {
        var weak = path
            .Issued.Select(link => WeakSignature(link.Certificate))
            .Concat(path.Certificates.Select(WeakKey))
            .FirstOrDefault(problem => problem is not null);
        return trace.Check(
            rule,
            weak is null,
            $"signatures over SHA-256 or better, {RsaKeySizes.Describe(minimumRsaKeySize)}, curves of {MinimumCurveSize}",
            weak ?? $"{SignedContent.Read(path.Leaf.RawData).Scheme.Name}, {KeyOf(path.Leaf).Words}"
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
        var key = KeyOf(certificate);
        return key.IsStrong ? null : $"{key.Words} of {Quote.Text(certificate.Subject)}";
    }

    private KeyStrength KeyOf(X509Certificate2 certificate) =>
        _keys.GetValue(certificate, one => Describe(one.PublicKey));

    private KeyStrength Describe(PublicKey key)
    {
        // RFC 5480 §2.1.1 rules all but a name out: whoever writes the parameters can choose a base point for which he knows the key.
        if (key.Oid.Value == EcPublicKey && key.EncodedParameters?.RawData is not [ObjectIdentifier, ..])
        {
            return new("a key on a curve written as parameters in place of a name,", false);
        }

        try
        {
            using var rsa = key.GetRSAPublicKey();
            using var ec = key.GetECDsaPublicKey();
            if (rsa?.ExportParameters(includePrivateParameters: false).Exponent is { } exponent && !IsProper(exponent))
            {
                return new($"an RSA key with the exponent {Convert.ToHexString(exponent)}", false);
            }

            return (rsa, ec) switch
            {
                ({ KeySize: var size }, _) => new(
                    $"an RSA key of {size} bits",
                    RsaKeySizes.Fits(size, minimumRsaKeySize)
                ),
                (_, { KeySize: var size }) => new($"a key on a curve of {size} bits", size >= MinimumCurveSize),
                _ => new($"a key of the kind {key.Oid.Value},", false),
            };
        }
        catch (Exception e) when (e is CryptographicException or NotSupportedException)
        {
            return new($"a key that cannot be read, {key.Oid.Value},", false);
        }
    }

    // Odd and at least 3: with 1 a message is its own signature.
    private static bool IsProper(byte[] exponent) => exponent is [.., var last] && last % 2 == 1 && exponent is not [1];

    private sealed record KeyStrength(string Words, bool IsStrong);
}
