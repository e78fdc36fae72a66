using System.Security.Cryptography;
using ClientAuth.Credentials;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer;
using ClientAuth.MockServer.Options;

namespace ClientAuth.Lab.Attacks;

/// <summary>A header that points to the attacker's own host, which has a certificate that the server trusts, as any host on the web can.</summary>
public abstract class HostedKey : AssertionAttack
{
    private protected HostedKey(AttackFacts facts)
        : base(facts) { }

    private protected abstract string Header { get; }

    private protected override AuthorizationServerOptions Prepare(AuthorizationServerOptions options) =>
        options with
        {
            KeySets = options.KeySets with { JwksUriAuthorities = options.Certificates.ClientAuthorities },
        };

    private protected override AuthorizationServerOptions Without(AuthorizationServerOptions options) =>
        SwitchOff(options, Defence.KeysOfRegistration);

    private protected abstract JwksResponse Publish(ECDsa own, DateTimeOffset now);

    private protected override async Task CarryOutAsync(Testbed target, CancellationToken cancellationToken)
    {
        using var certificate = target.Authority.Issue(CertificateProfile.LoopbackServer());
        await using var host = await JwksHost.StartAsync(certificate, cancellationToken);
        using var own = NewKey();
        host.Answer = Publish(own, target.Clock.GetUtcNow());
        var forged = SignedBy(target, own).WithHeader(Header, host.JwksUri).Build();
        await TokenRequests.PostAsync(target, forged.Compact, cancellationToken);
    }
}
