using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Credentials;

/// <summary>
/// The content of a certificate that is to be issued (RFC 5280 §4). Everything is a parameter, so that wrong certificates can
/// be made as well: start from a preset and change one thing.
/// </summary>
public sealed record CertificateProfile
{
    /// <summary>Subject name in the string form of RFC 4514, the most specific part first; see <see cref="SubjectName.Escape"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>Alternative names that are DNS names (RFC 5280 §4.2.1.6).</summary>
    public IReadOnlyList<string> DnsNames { get; init; } = [];

    /// <summary>Alternative names that are IP addresses.</summary>
    public IReadOnlyList<IPAddress> IpAddresses { get; init; } = [];

    /// <summary>Alternative names that are URIs.</summary>
    public IReadOnlyList<Uri> Uris { get; init; } = [];

    /// <summary>Alternative names that are e-mail addresses.</summary>
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>Start of validity, counted from the issuer's clock; in the past by default, since clocks differ.</summary>
    public TimeSpan StartsIn { get; init; } = TimeSpan.FromMinutes(-5);

    /// <summary>End of validity, counted from the issuer's clock; negative makes an expired certificate.</summary>
    public TimeSpan EndsIn { get; init; } = TimeSpan.FromDays(1);

    /// <summary><see cref="X509KeyUsageFlags.None"/> leaves the extension out.</summary>
    public X509KeyUsageFlags KeyUsages { get; init; } = X509KeyUsageFlags.DigitalSignature;

    /// <summary>Object identifiers, for example of <see cref="ExtendedKeyUsages"/>; empty leaves the extension out.</summary>
    public IReadOnlyList<string> ExtendedKeyUsages { get; init; } = [];

    /// <summary>Whether the basic constraints allow the holder to issue certificates (RFC 5280 §4.2.1.9).</summary>
    public bool IsAuthority { get; init; }

    /// <summary>How many authorities may stand below this one; null sets no limit. Only for an authority.</summary>
    public int? PathLength { get; init; }

    /// <summary>For which names an authority may speak; null for every name. Only for an authority.</summary>
    public NameConstraints? NameConstraints { get; init; }

    /// <summary>Further extensions, as they are: for what has no member here, and for what nobody should issue.</summary>
    public IReadOnlyList<X509Extension> OtherExtensions { get; init; } = [];

    /// <summary>Changes what is encoded, just before it is signed: for certificates that no library makes. Null changes nothing.</summary>
    public Func<RawCertificate, RawCertificate>? Rewrite { get; init; }

    /// <summary>The kind of key that is made for the certificate.</summary>
    public KeyAlgorithm KeyAlgorithm { get; init; } = KeyAlgorithm.EcP256;

    /// <summary>The hash that the issuer signs; null takes one that fits the key. SHA-1 and MD5 are possible, so that they can be refused.</summary>
    public HashAlgorithmName? SignatureHash { get; init; }

    /// <summary>A TLS server on this machine: <c>localhost</c>, <c>127.0.0.1</c> and <c>::1</c>.</summary>
    public static CertificateProfile LoopbackServer() => Server("localhost", "127.0.0.1", "::1");

    /// <summary>A TLS server; each host becomes a DNS name or an IP address of the certificate (RFC 9525 §6).</summary>
    public static CertificateProfile Server(params IReadOnlyList<string> hosts) =>
        new()
        {
            Subject =
                $"CN={(hosts.Count > 0 ? hosts[0] : throw new ArgumentException("A server needs at least one host."))}",
            DnsNames = [.. hosts.Where(host => !IPAddress.TryParse(host, out _))],
            IpAddresses = [.. hosts.Where(host => IPAddress.TryParse(host, out _)).Select(IPAddress.Parse)],
            ExtendedKeyUsages = [Credentials.ExtendedKeyUsages.ServerAuthentication],
        };

    /// <summary>A TLS client known by its subject name (RFC 8705 §2.1).</summary>
    public static CertificateProfile Client(string subject) =>
        new() { Subject = subject, ExtendedKeyUsages = [Credentials.ExtendedKeyUsages.ClientAuthentication] };

    /// <summary>An authority that issues certificates.</summary>
    public static CertificateProfile Authority(string commonName, int? pathLength = null) =>
        new()
        {
            Subject = $"CN={SubjectName.Escape(commonName)},O=Client Authentication Lab",
            EndsIn = TimeSpan.FromDays(365),
            KeyUsages = X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign,
            IsAuthority = true,
            PathLength = pathLength,
        };

    internal bool HasAlternativeNames => DnsNames.Count + IpAddresses.Count + Uris.Count + Emails.Count > 0;
}
