using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates.Names;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Certificates;

/// <summary>
/// Whether the server understands what a path says: no critical extension that it does not know, none twice, none that it knows and
/// cannot read (RFC 5280 §4.2, §6.1.4 (o)). Policies are known and make no difference, since no policy is asked for; constraints on
/// them are not, and being critical are refused.
/// </summary>
internal static class ExtensionChecks
{
    private const string CertificatePolicies = "2.5.29.32";

    public static bool Check(CertificatePath path, Rule rule, CheckTrace trace)
    {
        var problem = path.Certificates.Select(Problem).FirstOrDefault(problem => problem is not null);
        return trace.Check(
            rule,
            problem is null,
            "each extension once, and every critical one known",
            problem ?? $"{path.Certificates.Sum(one => one.Extensions.Count)} in {path.Certificates.Count} certificates"
        );
    }

    private static string? Problem(X509Certificate2 certificate)
    {
        var seen = new HashSet<string>();
        foreach (var extension in certificate.Extensions)
        {
            var oid = extension.Oid?.Value ?? "";
            var whose = $"{oid} in {Quote.Text(certificate.Subject)}";
            if (!seen.Add(oid))
            {
                return $"twice {whose}";
            }

            switch (CanRead(extension))
            {
                case false:
                    return $"unreadable {whose}";
                case null when extension.Critical:
                    return $"critical and unknown {whose}";
            }
        }

        return null;
    }

    // Null where the extension is unknown.
    private static bool? CanRead(X509Extension extension)
    {
        try
        {
            return extension switch
            {
                X509BasicConstraintsExtension constraints => constraints.CertificateAuthority is var _,
                X509KeyUsageExtension usage => usage.KeyUsages is var _,
                X509EnhancedKeyUsageExtension purposes => purposes.EnhancedKeyUsages is not null,
                { Oid.Value: AlternativeNames.Identifier } => GeneralName.ReadAll(extension.RawData) is not null,
                { Oid.Value: NameConstraints.Identifier } => NameConstraints.Read(extension.RawData) is not null,
                { Oid.Value: CertificatePolicies } => true,
                _ => null,
            };
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException)
        {
            return false;
        }
    }
}
