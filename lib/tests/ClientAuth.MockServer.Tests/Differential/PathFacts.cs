using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates;
using ClientAuth.MockServer.Certificates.Names;
using ClientAuth.MockServer.Tests.Differential.Chains;
using ClientAuth.MockServer.Tests.Differential.Judges;

namespace ClientAuth.MockServer.Tests.Differential;

/// <summary>What the table asks about a path, read with the platform's own reader.</summary>
internal static class PathFacts
{
    /// <summary>How many certificates it has, both ends included.</summary>
    public static int Length(SignedChain path) => path.Sent.Count + 2;

    /// <summary>Whether the client's own certificate is trusted.</summary>
    public static bool IsLeafTrusted(SignedChain path) =>
        path.Anchors.Any(anchor => anchor.AsSpan().SequenceEqual(path.Leaf));

    /// <summary>Whether a name of an issuer is the same in the issuer's own certificate and written in another way there.</summary>
    public static bool IsANameSpelledOtherwise(SignedChain path)
    {
        using var certificates = LoadedCertificates.Of([path.Leaf, .. path.Sent, .. path.Anchors], Load);
        return certificates.Certificates.Any(issued =>
            certificates.Certificates.Any(issuer =>
                !issued.IssuerName.RawData.AsSpan().SequenceEqual(issuer.SubjectName.RawData)
                && IsSame(issued.IssuerName, issuer.SubjectName)
            )
        );
    }

    /// <summary>Whether the client's own certificate has a key usage without signatures.</summary>
    public static bool IsLeafKeptFromSigning(SignedChain path)
    {
        using var leaf = Load(path.Leaf);
        return leaf?.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is { } usage
            && !usage.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature);
    }

    /// <summary>Whether no anchor names itself as its issuer and has a signature of its own.</summary>
    public static bool IsNoAnchorSelfSigned(SignedChain path) => !path.Anchors.Any(IsSelfSigned);

    private static bool IsSame(X500DistinguishedName one, X500DistinguishedName other)
    {
        try
        {
            return DistinguishedName.Read(one).Matches(DistinguishedName.Read(other));
        }
        catch (AsnContentException)
        {
            // In other than DER; the platform compares what it reads.
            return one.Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static X509Certificate2? Load(byte[] der) => DerCertificate.TryLoad(der, out var one) ? one : null;

    // By the platform alone, and without a time: only the signature and the two names count.
    private static bool IsSelfSigned(byte[] der)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(der);
        using var chain = new X509Chain
        {
            ChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,
                VerificationFlags = X509VerificationFlags.AllFlags,
            },
        };
        chain.ChainPolicy.CustomTrustStore.Add(certificate);
        chain.Build(certificate);
        const X509ChainStatusFlags None =
            X509ChainStatusFlags.NotSignatureValid
            | X509ChainStatusFlags.PartialChain
            | X509ChainStatusFlags.UntrustedRoot;
        return chain.ChainStatus.All(status => (status.Status & None) == 0);
    }
}
