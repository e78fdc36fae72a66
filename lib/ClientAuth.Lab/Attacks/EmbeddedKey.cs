using System.Text.Json;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Attacks;

/// <summary>The attacker's key, sent along in the header <c>jwk</c> (RFC 7515 §4.1.3).</summary>
public sealed class EmbeddedKey()
    : ForgedAssertion(
        new(
            "embedded-key",
            AttackGroup.Forges,
            "own key in jwk",
            "a key pair of their own",
            "keys come from the registration alone"
        )
    )
{
    private protected override AuthorizationServerOptions Without(AuthorizationServerOptions options) =>
        SwitchOff(options, Defence.KeysOfRegistration);

    private protected override string Forge(Testbed target)
    {
        using var own = NewKey();
        var jwk = JsonSerializer.SerializeToNode(Jwk.FromPublicKey(own), ProtocolJson.Default.Jwk);
        return SignedBy(target, own).WithHeader("jwk", jwk).Build().Compact;
    }
}
