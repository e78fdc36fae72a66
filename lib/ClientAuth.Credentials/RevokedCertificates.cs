using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Credentials;

/// <summary>The revoked certificates of one authority, and the revocation lists that it signs (RFC 5280 §5).</summary>
internal sealed class RevokedCertificates(X509Certificate2 authority, AsymmetricAlgorithm key, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (byte[] Serial, DateTimeOffset At)> _revoked = [];
    private BigInteger _published;

    public void Add(X509Certificate2 certificate)
    {
        if (!certificate.IssuerName.RawData.AsSpan().SequenceEqual(authority.SubjectName.RawData))
        {
            throw new ArgumentException(
                $"'{authority.Subject}' did not issue '{certificate.Subject}', so it cannot revoke that certificate; "
                    + $"'{certificate.Issuer}' can.",
                nameof(certificate)
            );
        }

        lock (_lock)
        {
            _revoked.TryAdd(certificate.SerialNumber, (certificate.SerialNumberBytes.ToArray(), clock.GetUtcNow()));
        }
    }

    public byte[] ToList(TimeSpan validFor)
    {
        lock (_lock)
        {
            var entries = new CertificateRevocationListBuilder();
            foreach (var (serial, at) in _revoked.Values)
            {
                entries.AddEntry(serial, at);
            }

            return Sign(entries, validFor);
        }
    }

    public byte[] Sign(CertificateRevocationListBuilder entries, TimeSpan validFor)
    {
        var hash = HashAlgorithmName.SHA256;
        var nextUpdate = clock.GetUtcNow() + validFor;
        lock (_lock)
        {
            return entries.Build(
                authority.SubjectName,
                IssuerSignature.Generator(key, hash),
                ++_published,
                nextUpdate,
                hash,
                X509AuthorityKeyIdentifierExtension.CreateFromCertificate(
                    authority,
                    includeKeyIdentifier: true,
                    includeIssuerAndSerial: false
                ),
                // A list that is stale from the start was once in force, too.
                validFor > TimeSpan.Zero
                    ? nextUpdate - validFor
                    : nextUpdate.AddHours(-1)
            );
        }
    }
}
