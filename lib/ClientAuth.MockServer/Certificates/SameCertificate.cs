using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.MockServer.Certificates;

/// <summary>
/// Whether two certificates are one, byte for byte. <see cref="X509Certificate.Equals(X509Certificate?)"/> compares issuer and serial
/// number only, which everybody can copy.
/// </summary>
internal static class SameCertificate
{
    public static bool Is(X509Certificate2 one, X509Certificate2? other) =>
        other is not null && one.RawData.AsSpan().SequenceEqual(other.RawData);
}
