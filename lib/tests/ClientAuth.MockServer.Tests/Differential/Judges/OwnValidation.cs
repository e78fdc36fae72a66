using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Certificates;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Composition;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Tests.Differential.Chains;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.MockServer.Tests.Differential.Judges;

/// <summary>The server's own path validation, made as a server makes it. A reason begins with the name of the check that failed.</summary>
internal sealed class OwnValidation(X509Certificate2 serverCertificate)
{
    /// <summary>The verdict, and the certificates of the path that was taken, the client's own first; empty without one.</summary>
    public (Verdict Verdict, IReadOnlyList<byte[]> Path) Judge(SignedChain chain)
    {
        using var leaf = Load([chain.Leaf]);
        using var sent = Load(chain.Sent);
        using var anchors = Load(chain.Anchors);
        if (leaf.Missing + sent.Missing + anchors.Missing > 0)
        {
            return (Verdict.Bad($"{Rules.CertificateSource.Name}: {Verdict.Unreadable}"), []);
        }

        var options = new AuthorizationServerOptions
        {
            ServerCertificate = serverCertificate,
            Clients = [],
            Clock = new FakeTimeProvider(chain.At),
            Certificates = new() { ClientAuthorities = anchors.Certificates },
        };
        CertificateChecks checks;
        try
        {
            checks = ServerComposition.Certificates(options);
        }
        catch (InvalidOptionException e)
        {
            // A server with such an anchor does not start.
            return (Verdict.Bad($"{Rules.CertificateEncoding.Name}: {e.Message}"), []);
        }

        var trace = CheckTrace.New();
        var presented = new PresentedCertificate(leaf.Certificates[0], sent.Certificates);
        var path = checks.Check(presented, trace);
        return path is null
            ? (Verdict.Bad(Describe(trace)), [])
            : (Verdict.Good, [.. path.Certificates.Select(certificate => certificate.RawData)]);
    }

    private static string Describe(CheckTrace trace)
    {
        var failure = trace.ToTrace().Failure!;
        return $"{failure.Check}: {failure.Seen}";
    }

    private static LoadedCertificates Load(IReadOnlyList<byte[]> ders) =>
        LoadedCertificates.Of(ders, der => DerCertificate.TryLoad(der, out var certificate) ? certificate : null);
}
