using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Certificates;

/// <summary>What a certificate may be used for, by its own word and that of the authorities above it (RFC 5280 §4.2.1.3, §4.2.1.9, §4.2.1.12).</summary>
internal static class UsageChecks
{
    public const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <param name="chain">The path; the client's certificate is its first element.</param>
    /// <param name="mayAuthenticate">Whether the path as a whole allows client authentication.</param>
    /// <param name="trail">Where the check leaves its line.</param>
    public static bool Check(X509Chain chain, bool mayAuthenticate, Trail trail)
    {
        var leaf = chain.ChainElements[0].Certificate;
        var usage = leaf.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault();
        var maySign = usage is null || usage.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature);
        var isAuthority = leaf.Extensions.OfType<X509BasicConstraintsExtension>().Any(e => e.CertificateAuthority);
        return trail.Check(
            Rules.CertificateUsage,
            mayAuthenticate && maySign && !isAuthority,
            "client authentication, or no extended key usage; digitalSignature, or no key usage; no authority",
            $"extended {Words(Purposes(leaf))}; key usage {usage?.KeyUsages.ToString() ?? "none"}; "
                + (isAuthority ? "an authority" : "no authority")
                + (mayAuthenticate ? "" : LimitAbove(chain))
        );
    }

    private static string LimitAbove(X509Chain chain)
    {
        var limiting = chain
            .ChainElements.Skip(1)
            .Select(element => element.Certificate)
            .FirstOrDefault(above => Purposes(above)?.All(purpose => purpose.Value != ClientAuthentication) is true);
        return limiting is null ? "" : $"; issued below {Quote.Text(limiting.Subject)} for {Words(Purposes(limiting))}";
    }

    private static IReadOnlyList<Oid>? Purposes(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault() is { } extension
            ? [.. extension.EnhancedKeyUsages]
            : null;

    private static string Words(IReadOnlyList<Oid>? purposes) =>
        purposes is null ? "none" : string.Join(", ", purposes.Select(p => p.FriendlyName ?? p.Value));
}
