using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;

namespace ClientAuth.MockServer.Certificates;

/// <summary>
/// Path validation against the server's own anchors at the server's own time (RFC 5280 §6). The TLS layer lets every
/// certificate through, so that a refusal can be explained: what is not checked here is not checked at all.
/// </summary>
internal sealed class CertificateChecks(X509Certificate2Collection authorities, TimeProvider clock)
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    public bool Check(PresentedCredential.Certificate credential, Trail trail)
    {
        using var chain = Build(credential);
        var status = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
        var untimely = status & (X509ChainStatusFlags.NotTimeValid | X509ChainStatusFlags.NotTimeNested);
        var unfit = status & X509ChainStatusFlags.NotValidForUsage;
        var broken = status & ~untimely & ~unfit;
        return trail.Check(
                Rules.CertificateChain,
                broken == X509ChainStatusFlags.NoError,
                $"a path to one of {authorities.Count} trusted authorities",
                broken == X509ChainStatusFlags.NoError ? "such a path" : $"{broken}, issued by {Issuer(credential)}"
            )
            && trail.Check(
                Rules.CertificateValidity,
                untimely == X509ChainStatusFlags.NoError,
                $"valid at {clock.GetUtcNow():u}",
                $"{Utc(credential.Leaf.NotBefore):u} to {Utc(credential.Leaf.NotAfter):u}"
            )
            && CheckUsage(credential.Leaf, unfit == X509ChainStatusFlags.NoError, trail);
    }

    private X509Chain Build(PresentedCredential.Certificate credential)
    {
        var chain = new X509Chain
        {
            ChainPolicy =
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,
                // X509Chain wants the machine's local time.
                VerificationTime = clock.GetUtcNow().LocalDateTime,
            },
        };
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ClientAuthentication));
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.ExtraStore.AddRange(credential.Intermediates);
        chain.Build(credential.Leaf);
        return chain;
    }

    private static bool CheckUsage(X509Certificate2 leaf, bool mayAuthenticate, Trail trail)
    {
        var purposes = leaf
            .Extensions.OfType<X509EnhancedKeyUsageExtension>()
            .FirstOrDefault()
            ?.EnhancedKeyUsages.Cast<Oid>()
            .ToList();
        var usage = leaf.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault();
        var maySign = usage is null || usage.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature);
        var isAuthority = leaf.Extensions.OfType<X509BasicConstraintsExtension>().Any(e => e.CertificateAuthority);
        return trail.Check(
            Rules.CertificateUsage,
            mayAuthenticate && maySign && !isAuthority,
            "client authentication, or no extended key usage; digitalSignature, or no key usage; no authority",
            $"extended {(purposes is null ? "none" : string.Join(", ", purposes.Select(p => p.FriendlyName ?? p.Value)))}; "
                + $"key usage {usage?.KeyUsages.ToString() ?? "none"}; {(isAuthority ? "an authority" : "no authority")}"
        );
    }

    private static string Issuer(PresentedCredential.Certificate credential) => Quote.Text(credential.Leaf.Issuer);

    private static DateTimeOffset Utc(DateTime local) => new DateTimeOffset(local).ToUniversalTime();
}
