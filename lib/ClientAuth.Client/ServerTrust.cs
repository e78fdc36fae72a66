using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Client;

/// <summary>
/// How the client decides that it is connected to the right server. All cases are nested here, one file each. Every case checks
/// the host name, the dates and the certificate's purpose; no case skips a check.
/// </summary>
public abstract partial record ServerTrust
{
    private ServerTrust() { }

    /// <summary>The certificates that a chain may end in.</summary>
    private protected virtual IReadOnlyList<X509Certificate2> ChainEnds => [];

    /// <summary>Whether a chain may end in those certificates alone, or in what the machine trusts.</summary>
    private protected virtual X509ChainTrustMode TrustMode => X509ChainTrustMode.CustomRootTrust;

    /// <summary>Faults of the chain that another rule of the case makes good.</summary>
    private protected virtual X509ChainStatusFlags Tolerated => X509ChainStatusFlags.NoError;

    internal X509ChainPolicy ChainPolicy()
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = TrustMode,
            // A lab authority publishes no revocation list: asking for one would fail every chain and reach into the network.
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(ChainEnds.ToArray());
        return policy;
    }

    /// <summary>Why the server is not trusted, with what was expected and what was seen; null where it is.</summary>
    internal string? RefusalOf(string host, X509Certificate2? certificate, X509Chain? chain, DateTimeOffset now)
    {
        if (certificate is null || chain is null)
        {
            return $"The server '{host}' is not trusted: it presented no certificate. Expected {Expectation(host)}.";
        }

        var hash = SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo());
        // The platform's own word about the name does not count. It takes a common name where there is no other, which is no host
        // name (RFC 9525 §2); and on macOS it reports a mismatch for what it dislikes otherwise, such as a certificate without
        // extended key usage (dotnet/runtime#46952).
        var isNamed = certificate.MatchesHostname(host, allowWildcards: true, allowCommonName: false);
        var problem = !isNamed
            ? $"its certificate is for {NamesOf(certificate)}"
            : ProblemWithKey(host, hash) ?? ProblemWithChain(certificate, chain.ChainPolicy, now);
        return problem is null
            ? null
            : $"The server '{host}' is not trusted: {problem}. Expected {Expectation(host)}; "
                + $"seen '{certificate.Subject}' with public-key hash {Convert.ToBase64String(hash)}.";
    }

    private protected abstract string Expectation(string host);

    private protected abstract string? ProblemWithKey(string host, byte[] hash);

    // Built anew, since the platform has judged the dates by the machine's clock, and a lesson may run on another one.
    private string? ProblemWithChain(X509Certificate2 certificate, X509ChainPolicy policy, DateTimeOffset now)
    {
        using var chain = new X509Chain { ChainPolicy = policy.Clone() };
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        chain.Build(certificate);
        var faults =
            chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status) & ~Tolerated;
        if (faults.HasFlag(X509ChainStatusFlags.NotTimeValid))
        {
            return $"its certificate or an issuer's is not valid at {now:u}; "
                + $"its own dates are {certificate.NotBefore.ToUniversalTime():u} to {certificate.NotAfter.ToUniversalTime():u}";
        }

        return faults is X509ChainStatusFlags.NoError ? null : $"the chain of its certificate is faulty ({faults})";
    }

    private static string NamesOf(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().ToArray();
        IEnumerable<string> all =
        [
            .. names.SelectMany(one => one.EnumerateDnsNames()),
            .. names.SelectMany(one => one.EnumerateIPAddresses()).Select(address => address.ToString()),
        ];
        return string.Join(", ", all.DefaultIfEmpty("no host"));
    }
}
