using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;

namespace ClientAuth.MockServer.Tests.Differential.Plans;

/// <summary>Changes that fit every certificate of a chain: times, usages, signatures and extensions.</summary>
internal static class CommonChanges
{
    public static IReadOnlyList<ProfileChange> All { get; } =
    [
        .. Times(),
        Usages("no key usage", X509KeyUsageFlags.None),
        Usages("key usage digitalSignature", X509KeyUsageFlags.DigitalSignature),
        Usages("key usage keyEncipherment", X509KeyUsageFlags.KeyEncipherment),
        Usages("key usage keyAgreement", X509KeyUsageFlags.KeyAgreement),
        Usages("key usage keyCertSign", X509KeyUsageFlags.KeyCertSign),
        Usages("key usage cRLSign", X509KeyUsageFlags.CrlSign),
        Usages(
            "key usage digitalSignature, keyCertSign",
            X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyCertSign
        ),
        Purposes("no extended key usage"),
        Purposes("for servers", ExtendedKeyUsages.ServerAuthentication),
        Purposes("for clients", ExtendedKeyUsages.ClientAuthentication),
        Purposes("for both", ExtendedKeyUsages.ServerAuthentication, ExtendedKeyUsages.ClientAuthentication),
        Purposes("for any purpose", "2.5.29.37.0"),
        Purposes("for OCSP", "1.3.6.1.5.5.7.3.9"),
        new("an authority", profile => profile with { IsAuthority = true }),
        new("no authority", profile => profile with { IsAuthority = false, PathLength = null }),
        new("signed over SHA-1", profile => profile with { SignatureHash = HashAlgorithmName.SHA1 }),
        new("signed over SHA-384", profile => profile with { SignatureHash = HashAlgorithmName.SHA384 }),
        new("signed over SHA-512", profile => profile with { SignatureHash = HashAlgorithmName.SHA512 }),
        Extension("unknown extension", "1.2.3.4", critical: false, 0x05, 0x00),
        Extension("unknown critical extension", "1.2.3.4", critical: true, 0x05, 0x00),
        Extension("certificate policy", "2.5.29.32", critical: true, 0x30, 0x06, 0x30, 0x04, 0x06, 0x02, 0x2A, 0x03),
        Extension("empty certificate policies", "2.5.29.32", critical: false, 0x30, 0x00),
        Extension("policy constraints", "2.5.29.36", critical: true, 0x30, 0x03, 0x80, 0x01, 0x00),
        Extension("policy constraints, not critical", "2.5.29.36", critical: false, 0x30, 0x03, 0x80, 0x01, 0x00),
        Extension("inhibit anyPolicy", "2.5.29.54", critical: true, 0x02, 0x01, 0x00),
        Extension("Netscape type: server", "2.16.840.1.113730.1.1", critical: false, 0x03, 0x02, 0x06, 0x40),
        Extension("Netscape type: client", "2.16.840.1.113730.1.1", critical: false, 0x03, 0x02, 0x07, 0x80),
        Extension(
            "proxy certificate",
            "1.3.6.1.5.5.7.1.14",
            critical: true,
            0x30,
            0x0C,
            0x30,
            0x0A,
            0x06,
            0x08,
            0x2B,
            0x06,
            0x01,
            0x05,
            0x05,
            0x07,
            0x15,
            0x01
        ),
        Extension(
            "policy mapping",
            "2.5.29.33",
            critical: true,
            0x30,
            0x0A,
            0x30,
            0x08,
            0x06,
            0x02,
            0x2A,
            0x03,
            0x06,
            0x02,
            0x2A,
            0x04
        ),
        Extension("empty policy mappings", "2.5.29.33", critical: false, 0x30, 0x00),
        Extension("empty issuer alternative names", "2.5.29.18", critical: false, 0x30, 0x00),
        Extension("empty distribution points", "2.5.29.31", critical: false, 0x30, 0x00),
        Extension("malformed distribution points", "2.5.29.31", critical: false, 0x04, 0x00),
        Extension("critical distribution points", "2.5.29.31", critical: true, 0x30, 0x00),
    ];

    private static IEnumerable<ProfileChange> Times() =>
        from change in new (string Name, TimeSpan Starts, TimeSpan Ends)[]
        {
            ("expired", -Day, -TimeSpan.FromHours(1)),
            ("expired a second ago", -Day, -Second),
            ("ends now", -Day, TimeSpan.Zero),
            ("ends in a second", -Day, Second),
            ("starts now", TimeSpan.Zero, Day),
            ("starts in a second", Second, Day),
            ("starts tomorrow", Day, 2 * Day),
            ("ends after 2049", -Day, 10_000 * Day),
        }
        select new ProfileChange(
            change.Name,
            profile => profile with { StartsIn = change.Starts, EndsIn = change.Ends }
        );

    private static TimeSpan Day => TimeSpan.FromDays(1);

    private static TimeSpan Second => TimeSpan.FromSeconds(1);

    private static ProfileChange Usages(string name, X509KeyUsageFlags usages) =>
        new(name, profile => profile with { KeyUsages = usages });

    private static ProfileChange Purposes(string name, params string[] purposes) =>
        new(name, profile => profile with { ExtendedKeyUsages = purposes });

    private static ProfileChange Extension(string name, string oid, bool critical, params byte[] value) =>
        new(
            name,
            profile =>
                profile with
                {
                    OtherExtensions = [.. profile.OtherExtensions, new X509Extension(oid, value, critical)],
                }
        );
}
