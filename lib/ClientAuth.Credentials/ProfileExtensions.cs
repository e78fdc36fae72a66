using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Credentials;

/// <summary>The X.509 extensions that a profile asks for (RFC 5280 §4.2.1).</summary>
internal static class ProfileExtensions
{
    public static IEnumerable<X509Extension> For(CertificateProfile profile, PublicKey key)
    {
        yield return profile.IsAuthority
            ? X509BasicConstraintsExtension.CreateForCertificateAuthority(profile.PathLength)
            : X509BasicConstraintsExtension.CreateForEndEntity(critical: true);
        yield return new X509SubjectKeyIdentifierExtension(key, critical: false);
        if (profile.KeyUsages != X509KeyUsageFlags.None)
        {
            yield return new X509KeyUsageExtension(profile.KeyUsages, critical: true);
        }

        if (profile.ExtendedKeyUsages.Count > 0)
        {
            OidCollection usages = [];
            foreach (var usage in profile.ExtendedKeyUsages)
            {
                usages.Add(new Oid(usage));
            }

            yield return new X509EnhancedKeyUsageExtension(usages, critical: false);
        }

        if (profile.HasAlternativeNames)
        {
            yield return AlternativeNames(profile);
        }

        if (profile.NameConstraints is { } constraints)
        {
            yield return constraints.ToExtension();
        }

        foreach (var extension in profile.OtherExtensions)
        {
            yield return extension;
        }
    }

    private static X509Extension AlternativeNames(CertificateProfile profile)
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in profile.DnsNames)
        {
            names.AddDnsName(name);
        }

        foreach (var address in profile.IpAddresses)
        {
            names.AddIpAddress(address);
        }

        foreach (var uri in profile.Uris)
        {
            names.AddUri(uri);
        }

        foreach (var email in profile.Emails)
        {
            names.AddEmailAddress(email);
        }

        return names.Build();
    }
}
