using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates;

namespace ClientAuth.MockServer.Platforms.Evidence;

/// <summary>The certificates of a piece of evidence as they were sent: the attested key's first, read and not believed.</summary>
internal static class DeviceChain
{
    /// <summary>How many may be sent. Those of real devices are two to five.</summary>
    public const int Longest = 8;

    /// <param name="encoded">DER, one after the other; null for one that was no bytes at all.</param>
    /// <param name="chain">At least one certificate.</param>
    /// <param name="problem">What is wrong, in words that quote nothing.</param>
    public static bool TryRead(
        IReadOnlyList<byte[]?> encoded,
        [NotNullWhen(true)] out IReadOnlyList<X509Certificate2>? chain,
        [NotNullWhen(false)] out string? problem
    )
    {
        chain = null;
        if (encoded.Count == 0 || encoded.Count > Longest)
        {
            problem = $"{encoded.Count} certificates in x5c";
            return false;
        }

        var certificates = new List<X509Certificate2>();
        foreach (var der in encoded)
        {
            if (der is null || !DerCertificate.TryLoad(der, out var certificate))
            {
                problem = $"x5c[{certificates.Count}], which is no certificate";
                return false;
            }

            certificates.Add(certificate);
        }

        problem = null;
        chain = certificates;
        return true;
    }
}
