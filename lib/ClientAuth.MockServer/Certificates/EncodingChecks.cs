using System.Formats.Asn1;
using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates.Der;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;

namespace ClientAuth.MockServer.Certificates;

/// <summary>
/// Whether a certificate is encoded as X.509 has it (RFC 5280 §4.1, X.690 §10 and §11). The platforms read much more than that, and
/// each something else: what two readers understand differently is refused.
/// </summary>
internal sealed class EncodingChecks
{
    // A connection brings the same certificates with each of its requests.
    private readonly ConditionalWeakTable<X509Certificate2, StrongBox<string?>> _problems = [];

    /// <summary>Leaves a line only where something is wrong.</summary>
    public bool Check(X509Certificate2 certificate, CheckTrace trace) =>
        Problem(certificate) is not { } problem
        || trace.Check(
            Rules.CertificateEncoding,
            false,
            "a certificate of version 3 in DER, with the same signature algorithm inside and outside",
            $"{Quote.Text(certificate.Subject)}: {problem}"
        );

    /// <summary>The trust anchors of a server: each well-formed, since the checks read them as well.</summary>
    /// <exception cref="InvalidOptionException">One of them is not; the message names it.</exception>
    public X509Certificate2Collection RequireAnchors(X509Certificate2Collection anchors)
    {
        for (var index = 0; index < anchors.Count; index++)
        {
            if (Problem(anchors[index]) is { } problem)
            {
                throw new InvalidOptionException(
                    nameof(CertificateOptions.ClientAuthorities),
                    $"ClientAuthorities[{index}], {Quote.Text(anchors[index].Subject)}, is no well-formed certificate: {problem}"
                );
            }
        }

        return anchors;
    }

    /// <summary>What is wrong with it, or null.</summary>
    public string? Problem(X509Certificate2 certificate) =>
        _problems.GetValue(certificate, one => new StrongBox<string?>(Find(one.RawData))).Value;

    private static string? Find(ReadOnlyMemory<byte> der)
    {
        try
        {
            DerRules.Check(der);
            CertificateEncoding.Check(der);
            return null;
        }
        catch (AsnContentException e)
        {
            return MalformedEncodingException.Describe(e);
        }
    }
}
