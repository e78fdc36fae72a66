using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Certificates;

/// <summary>Whether a certificate and every authority above it, the anchor included, are in force (RFC 5280 §6.1.3 (a)(2)).</summary>
internal static class ValidityChecks
{
    public static bool Check(CertificatePath path, DateTimeOffset now, Rule rule, CheckTrace trace)
    {
        var late = path.Certificates.FirstOrDefault(certificate => !IsInForce(certificate, now));
        var judged = late ?? path.Leaf;
        var whose = judged == path.Leaf ? "" : $"the authority {Quote.Text(judged.Subject)} ";
        return trace.Check(rule, late is null, $"valid at {now:u}, and so its authorities", $"{whose}{Dates(judged)}");
    }

    /// <summary>From when to when a certificate says that it holds, for a trace.</summary>
    public static string Dates(X509Certificate2 certificate) =>
        $"{Utc(certificate.NotBefore):u} to {Utc(certificate.NotAfter):u}";

    public static bool IsInForce(X509Certificate2 certificate, DateTimeOffset now) =>
        Utc(certificate.NotBefore) <= now && now <= Utc(certificate.NotAfter);

    // The BCL gives the machine's local time.
    private static DateTimeOffset Utc(DateTime local) => new DateTimeOffset(local).ToUniversalTime();
}
