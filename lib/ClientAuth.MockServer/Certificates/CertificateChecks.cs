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
    public bool Check(PresentedCredential.Certificate credential, Trail trail)
    {
        using var chain = Build(credential);
        var status = Status(chain.ChainStatus);
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
                $"valid at {clock.GetUtcNow():u}, and so its authorities",
                Lifetime(chain, untimely)
            )
            && UsageChecks.Check(chain, unfit == X509ChainStatusFlags.NoError, trail);
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
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(UsageChecks.ClientAuthentication));
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.ExtraStore.AddRange(credential.Intermediates);
        chain.Build(credential.Leaf);
        return chain;
    }

    // The leaf's lifetime, unless it is an authority's that is over.
    private static string Lifetime(X509Chain chain, X509ChainStatusFlags untimely)
    {
        var leaf = chain.ChainElements[0].Certificate;
        var judged =
            chain
                .ChainElements.FirstOrDefault(element => (Status(element.ChainElementStatus) & untimely) != 0)
                ?.Certificate
            ?? leaf;
        var whose = judged.Equals(leaf) ? "" : $"the authority {Quote.Text(judged.Subject)} ";
        return $"{whose}{Utc(judged.NotBefore):u} to {Utc(judged.NotAfter):u}";
    }

    private static X509ChainStatusFlags Status(X509ChainStatus[] status) =>
        status.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);

    private static string Issuer(PresentedCredential.Certificate credential) => Quote.Text(credential.Leaf.Issuer);

    private static DateTimeOffset Utc(DateTime local) => new DateTimeOffset(local).ToUniversalTime();
}
