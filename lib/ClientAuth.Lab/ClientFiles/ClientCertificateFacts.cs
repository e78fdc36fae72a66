using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;

namespace ClientAuth.Lab.ClientFiles;

/// <summary>A client's certificate beside its private key: whether they belong together, and whether TLS may use them.</summary>
internal sealed class ClientCertificateFacts
{
    private const string AnyPurpose = "2.5.29.37.0";

    private readonly X509Certificate2 _leaf;
    private readonly PublicHalf? _key;
    private readonly bool _fits;
    private readonly IReadOnlyList<X509Certificate2> _issuers;

    /// <param name="certificates">At least one; the client's own is the one that fits a key, else the first.</param>
    /// <param name="keys">The public halves of the private keys beside them.</param>
    public ClientCertificateFacts(IReadOnlyList<X509Certificate2> certificates, IReadOnlyList<PublicHalf> keys)
    {
        var own = certificates.FirstOrDefault(one => keys.Any(key => key.Hash == PublicHalf.HashIn(one)));
        _fits = own is not null;
        _leaf = own ?? certificates[0];
        _key =
            keys.FirstOrDefault(key => key.Hash == PublicHalf.HashIn(_leaf))
            ?? (keys is [var first, ..] ? first : null);
        _issuers = [.. certificates.Where(one => one != _leaf)];
    }

    public IEnumerable<(string Name, string Value)> Facts()
    {
        yield return ("Certificate", _leaf.Subject);
        yield return ("Issued by", _leaf.Issuer);
        yield return (
            "Certificates of issuers",
            _issuers.Count > 0 ? string.Join("; ", _issuers.Select(one => one.Subject))
            : IsSelfSigned ? "none; it is self-signed"
            : "none: the server must have the issuer's certificate itself"
        );
        yield return ("Valid", $"{Utc(_leaf.NotBefore)} to {Utc(_leaf.NotAfter)}");
        yield return ("May authenticate", Purposes is [] ? "not limited" : string.Join(", ", Purposes.Select(Words)));
        yield return ("Public key in it", $"SHA-256 {PublicHalf.HashIn(_leaf)}…");
        if (_key is not null)
        {
            yield return ("Private key", $"{_key.Kind}; its public half: SHA-256 {_key.Hash}…");
        }
    }

    /// <summary>The first flaw, or null. That there is no private key is for the caller to say.</summary>
    public CredentialFlaw? FlawAt(DateTimeOffset now) =>
        _key is not null && !_fits
            ? new(
                "The private key does not belong to the certificate: the two are of different generations.",
                "Take certificate and key from the same issue, and compare the two hashes below after each renewal."
            )
        : now < _leaf.NotBefore
            ? new(
                $"The certificate is not valid before {Utc(_leaf.NotBefore)}.",
                "Check this machine's clock and time zone, or wait."
            )
        : now > _leaf.NotAfter
            ? new($"The certificate expired at {Utc(_leaf.NotAfter)}.", "Renew it, and renew earlier next time.")
        : Purposes.Count > 0 && !Purposes.Any(oid => oid is ExtendedKeyUsages.ClientAuthentication or AnyPurpose)
            ? new(
                "The certificate's extended key usage lacks client authentication: .NET's HttpClientHandler silently leaves such a certificate out.",
                "Have a certificate issued for clientAuth (1.3.6.1.5.5.7.3.2). Public authorities no longer do that; a private one can."
            )
        : _leaf.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is { } usage
        && !usage.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature)
            ? new(
                "The certificate's key usage lacks digital signature, which the handshake needs.",
                "Have a certificate issued with the key usage digitalSignature."
            )
        : null;

    private bool IsSelfSigned => _leaf.SubjectName.RawData.AsSpan().SequenceEqual(_leaf.IssuerName.RawData);

    private List<string> Purposes =>
        [
            .. _leaf
                .Extensions.OfType<X509EnhancedKeyUsageExtension>()
                .SelectMany(usage => usage.EnhancedKeyUsages.Cast<Oid>())
                .Select(oid => oid.Value ?? ""),
        ];

    private static string Words(string oid) =>
        oid switch
        {
            ExtendedKeyUsages.ClientAuthentication => "TLS client",
            ExtendedKeyUsages.ServerAuthentication => "TLS server",
            AnyPurpose => "any purpose",
            _ => oid,
        };

    private static string Utc(DateTime local) =>
        local.ToUniversalTime().ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
