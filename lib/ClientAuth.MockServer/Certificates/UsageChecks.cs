using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Certificates;

/// <summary>
/// What a certificate may be used for, by its own word and that of the authorities above it (RFC 5280 §4.2.1.3, §4.2.1.9,
/// §4.2.1.12). An authority's extended key usage limits what is below it, as all platforms have it. Any purpose is not enough:
/// a server that asks for one purpose may refuse it (§4.2.1.12), and OpenSSL and .NET do. Netscape's older extension is obeyed, as
/// OpenSSL does.
/// </summary>
internal static class UsageChecks
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private const string NetscapeType = "2.16.840.1.113730.1.1";

    public static bool Check(CertificatePath path, CheckTrace trace)
    {
        var leaf = path.Leaf;
        var usage = leaf.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault();
        var maySign = usage is null || usage.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature);
        var isAuthority = leaf.Extensions.OfType<X509BasicConstraintsExtension>().Any(e => e.CertificateAuthority);
        var limiting = path.Certificates.FirstOrDefault(certificate => !MayAuthenticate(certificate));
        return trace.Check(
            Rules.CertificateUsage,
            limiting is null && maySign && !isAuthority && !IsOfAnotherNetscapeType(leaf),
            "client authentication, or no extended key usage; digitalSignature, or no key usage; no authority",
            $"extended {Words(Purposes(leaf))}; key usage {usage?.KeyUsages.ToString() ?? "none"}; "
                + (isAuthority ? "an authority" : "no authority")
                + (IsOfAnotherNetscapeType(leaf) ? "; a Netscape certificate type without SSL client" : "")
                + (limiting is null || limiting == leaf ? "" : LimitAbove(limiting))
        );
    }

    private static bool MayAuthenticate(X509Certificate2 certificate) =>
        Purposes(certificate) is not { } purposes || purposes.Any(purpose => purpose.Value == ClientAuthentication);

    // The first bit of its bit string is that of an SSL client.
    private static bool IsOfAnotherNetscapeType(X509Certificate2 leaf) =>
        leaf.Extensions[NetscapeType] is { } type && type.RawData is not [0x03, 0x02, _, >= 0x80];

    private static string LimitAbove(X509Certificate2 limiting) =>
        $"; issued below {Quote.Text(limiting.Subject)} for {Words(Purposes(limiting))}";

    private static IReadOnlyList<Oid>? Purposes(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault() is { } extension
            ? [.. extension.EnhancedKeyUsages]
            : null;

    private static string Words(IReadOnlyList<Oid>? purposes) =>
        purposes is null ? "none" : string.Join(", ", purposes.Select(p => p.FriendlyName ?? p.Value));
}
