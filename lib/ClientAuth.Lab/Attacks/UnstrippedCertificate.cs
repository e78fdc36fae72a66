using ClientAuth.Credentials;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer;
using ClientAuth.Visuals.Attacks;

namespace ClientAuth.Lab.Attacks;

/// <summary>The victim's certificate in <c>Client-Cert</c>, through a trusted proxy that passes on a header which it did not write (RFC 9440 §4).</summary>
public sealed class UnstrippedCertificate()
    : Attack(
        new(
            "unstripped-certificate",
            AttackGroup.Forges,
            "Client-Cert, through a proxy",
            "the client's certificate, without its key",
            "the proxy strips the header from incoming requests"
        )
    )
{
    public override async Task<AttackOutcome?> TryAsync(bool defended, CancellationToken cancellationToken = default)
    {
        using var identity = SelfSignedCertificate.Create(CertificateProfile.Client("CN=proxy"), TimeProvider.System);
        await using var target = await Testbed.StartAsync(
            new TestbedOptions
            {
                Clients = [ClaimedCertificate.Registration],
                Server = options =>
                    options with
                    {
                        Certificates = options.Certificates with { TrustedProxies = [identity] },
                    },
            },
            cancellationToken
        );
        using var certificate = target.Authority.Issue(CertificateProfile.LoopbackServer());
        await using var proxy = await CertificateProxy.StartAsync(
            certificate,
            target.CreateHttpClient(identity),
            target.Server.Metadata.MtlsEndpointAliases!.TokenEndpoint!,
            strips: defended,
            cancellationToken
        );
        await ClaimedCertificate.ClaimAsync(target, proxy.Address, cancellationToken);
        return AttackOutcomes.Of(target.LastExchange);
    }
}
