using ClientAuth.FailureCases.Fixtures;
using ClientAuth.MockServer;

namespace ClientAuth.FailureCases.ServerOverrides;

/// <summary>What a server takes for a client certificate, where it differs from the default.</summary>
public sealed record CertificateChoices
{
    /// <summary>An authority that the server trusts beside the fixture's.</summary>
    public TrustedAuthority? AlsoTrusts { get; init; }

    /// <summary>Whether the server believes the fixture's proxy when that forwards a certificate.</summary>
    public bool? TrustsProxy { get; init; }

    /// <summary>Left out, nothing is asked about revocation.</summary>
    public RevocationChoice? RevocationList { get; init; }

    public int? MaximumPathLength { get; init; }

    internal AuthorizationServerOptions Apply(AuthorizationServerOptions options, CaseFixture fixture) =>
        options with
        {
            Certificates = options.Certificates with
            {
                ClientAuthorities = AlsoTrusts switch
                {
                    TrustedAuthority.SomebodyElse => [fixture.Authority.Certificate, fixture.Untrusted.Certificate],
                    TrustedAuthority.SameName => [fixture.Authority.Certificate, fixture.SameName.Certificate],
                    _ => options.Certificates.ClientAuthorities,
                },
                TrustedProxies = TrustsProxy is true ? [fixture.Forwarding.Proxy] : options.Certificates.TrustedProxies,
                RevocationLists = RevocationList switch
                {
                    RevocationChoice.Current => [fixture.Authority.RevocationList()],
                    RevocationChoice.ForAMinute => [fixture.Authority.RevocationList(TimeSpan.FromMinutes(1))],
                    RevocationChoice.Forged => [fixture.SameName.RevocationList()],
                    _ => options.Certificates.RevocationLists,
                },
                MaximumCertificatePathLength = MaximumPathLength ?? options.Certificates.MaximumCertificatePathLength,
            },
        };
}
