using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Reading;

/// <summary>Reads the certificate that a proxy took from the handshake which it ended, and forwards in header fields (RFC 9440 §2).</summary>
internal static class ForwardedCertificate
{
    public const string HeaderName = "Client-Cert";
    public const string ChainHeaderName = "Client-Cert-Chain";

    /// <summary>What is forwarded, or what is wrong with it; neither where nothing is.</summary>
    public static (PresentedCertificate? Certificate, string? Problem) Read(RecordedRequest request)
    {
        var leaves = request.HeaderValues(HeaderName).ToList();
        // A list may come in several lines (RFC 9110 §5.3).
        var chain = string.Join(',', request.HeaderValues(ChainHeaderName));
        return (leaves, chain) switch
        {
            ([], "") => (null, null),
            ([], _) => (null, $"{ChainHeaderName} without {HeaderName}"),
            ([var leaf], _) => Read(leaf, chain),
            _ => (null, $"{leaves.Count} {HeaderName} fields"),
        };
    }

    private static (PresentedCertificate?, string?) Read(string leaf, string chain)
    {
        if (!TryRead(leaf, out var certificate))
        {
            return (null, $"a {HeaderName} that is no certificate");
        }

        X509Certificate2Collection intermediates = [];
        foreach (var member in chain is "" ? [] : chain.Split(','))
        {
            if (!TryRead(member, out var intermediate))
            {
                return (null, $"a {ChainHeaderName} that is no list of certificates");
            }

            intermediates.Add(intermediate);
        }

        return (new PresentedCertificate(certificate, intermediates), null);
    }

    // A byte sequence is Base64 between colons (RFC 8941 §3.3.5); no parameters are defined for it here.
    private static bool TryRead(string field, [NotNullWhen(true)] out X509Certificate2? certificate)
    {
        certificate = null;
        if (field.Trim(' ', '\t') is not [':', .. var base64, ':'] || base64.Any(char.IsWhiteSpace))
        {
            return false;
        }

        try
        {
            return DerCertificate.TryLoad(Convert.FromBase64String(base64), out certificate);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
