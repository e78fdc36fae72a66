using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;

namespace ClientAuth.FailureCases.Certificates;

/// <summary>Members of a <see cref="CertificateProfile"/> that differ.</summary>
public sealed record ProfileChange
{
    public string? Subject { get; init; }

    public IReadOnlyList<string>? DnsNames { get; init; }

    public IReadOnlyList<string>? IpAddresses { get; init; }

    public IReadOnlyList<string>? Uris { get; init; }

    public IReadOnlyList<string>? Emails { get; init; }

    public long? StartsInSeconds { get; init; }

    public long? EndsInSeconds { get; init; }

    /// <summary>Names as .NET has them, separated by commas; <c>None</c> leaves the extension out.</summary>
    public string? KeyUsages { get; init; }

    /// <summary>Object identifiers; an empty list leaves the extension out.</summary>
    public IReadOnlyList<string>? ExtendedKeyUsages { get; init; }

    public bool? IsAuthority { get; init; }

    public int? PathLength { get; init; }

    /// <summary>One of <see cref="KeyAlgorithm"/>, for example <c>EcP384</c>.</summary>
    public string? KeyAlgorithm { get; init; }

    /// <summary>For example <c>SHA1</c>.</summary>
    public string? SignatureHash { get; init; }

    public NameConstraintsChange? NameConstraints { get; init; }

    public IReadOnlyList<ExtensionChange>? OtherExtensions { get; init; }

    /// <summary>So many DNS names more: <c>n0.lab.example</c> and so on.</summary>
    public int? NumberedNames { get; init; }

    public EncodingChange? Encoding { get; init; }

    internal CertificateProfile Apply(CertificateProfile profile) =>
        profile with
        {
            Subject = Subject ?? profile.Subject,
            DnsNames =
            [
                .. DnsNames ?? profile.DnsNames,
                .. Enumerable.Range(0, NumberedNames ?? 0).Select(number => $"n{number}.lab.example"),
            ],
            Rewrite = Encoding is { } encoding ? encoding.Apply : profile.Rewrite,
            IpAddresses = IpAddresses?.Select(IPAddress.Parse).ToList() ?? profile.IpAddresses,
            Uris = Uris?.Select(uri => new Uri(uri)).ToList() ?? profile.Uris,
            Emails = Emails ?? profile.Emails,
            StartsIn = Seconds(StartsInSeconds) ?? profile.StartsIn,
            EndsIn = Seconds(EndsInSeconds) ?? profile.EndsIn,
            KeyUsages = KeyUsages is { } usages ? Enum.Parse<X509KeyUsageFlags>(usages) : profile.KeyUsages,
            ExtendedKeyUsages = ExtendedKeyUsages ?? profile.ExtendedKeyUsages,
            IsAuthority = IsAuthority ?? profile.IsAuthority,
            PathLength = IsAuthority is false ? null : PathLength ?? profile.PathLength,
            SignatureHash = SignatureHash is { } hash ? new HashAlgorithmName(hash) : profile.SignatureHash,
            NameConstraints = NameConstraints?.ToConstraints() ?? profile.NameConstraints,
            OtherExtensions =
                OtherExtensions?.Select(extension => extension.ToExtension()).ToList() ?? profile.OtherExtensions,
            KeyAlgorithm = KeyAlgorithm is { } algorithm ? Enum.Parse<KeyAlgorithm>(algorithm) : profile.KeyAlgorithm,
        };

    private static TimeSpan? Seconds(long? value) => value is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
