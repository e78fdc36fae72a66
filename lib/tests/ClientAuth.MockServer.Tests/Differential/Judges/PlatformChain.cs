using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Tests.Differential.Chains;

namespace ClientAuth.MockServer.Tests.Differential.Judges;

/// <summary>The platform's own chain, for a client certificate, with no store, no download and no revocation. A reason lists its flags.</summary>
internal static class PlatformChain
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <summary>The verdict, and the certificates of the path that was taken, the client's own first; empty without one.</summary>
    public static (Verdict Verdict, IReadOnlyList<byte[]> Path) Judge(SignedChain chain)
    {
        using var leaf = LoadedCertificates.Of([chain.Leaf], Load);
        using var sent = LoadedCertificates.Of(chain.Sent, Load);
        using var anchors = LoadedCertificates.Of(chain.Anchors, Load);
        if (leaf.Missing + sent.Missing + anchors.Missing > 0)
        {
            return (Verdict.Bad(Verdict.Unreadable), []);
        }

        using var judge = new X509Chain { ChainPolicy = Policy(sent, anchors, chain.At) };
        try
        {
            return judge.Build(leaf.Certificates[0])
                ? (Verdict.Good, [.. judge.ChainElements.Select(element => element.Certificate.RawData)])
                : (Verdict.Bad(Flags(judge)), []);
        }
        catch (CryptographicException e)
        {
            return (Verdict.Bad($"{nameof(CryptographicException)}: {e.Message}"), []);
        }
        finally
        {
            foreach (var element in judge.ChainElements)
            {
                element.Certificate.Dispose();
            }
        }
    }

    private static X509ChainPolicy Policy(LoadedCertificates sent, LoadedCertificates anchors, DateTimeOffset at)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            VerificationTime = at.UtcDateTime,
            VerificationTimeIgnored = false,
        };
        policy.ApplicationPolicy.Add(new Oid(ClientAuthentication));
        policy.CustomTrustStore.AddRange(anchors.Certificates);
        policy.ExtraStore.AddRange(sent.Certificates);
        return policy;
    }

    private static string Flags(X509Chain chain) =>
        chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (flags, status) => flags | status.Status).ToString();

    private static X509Certificate2? Load(byte[] der)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(der);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
