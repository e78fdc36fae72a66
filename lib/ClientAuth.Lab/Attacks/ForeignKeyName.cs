using System.Security.Cryptography;
using ClientAuth.Client;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Attacks;

/// <summary>The <c>kid</c> of a key that is registered for another client, the attacker's own (RFC 8725 §3.8).</summary>
public sealed class ForeignKeyName()
    : ForgedAssertion(
        new(
            "foreign-key-name",
            AttackGroup.Forges,
            "kid of another client's key",
            "a client of their own at the same server",
            "a kid selects only among the keys of the client itself"
        )
    )
{
    private const string Own = "attacker";

    private protected override IReadOnlyList<ClientMetadata> Clients =>
        [.. base.Clients, base.Clients[0] with { ClientId = Own }];

    private protected override AuthorizationServerOptions Without(AuthorizationServerOptions options) =>
        SwitchOff(options, Defence.KeysOfThatClient);

    private protected override string Forge(Testbed target)
    {
        var own = target.Client(Own);
        var signer = AssertionSigner.ForKey((ECDsa)own.PrivateKey!, SignatureAlgorithms.ES256, own.KeyId);
        return TokenRequests.Draft(target, Victim, signer).Build().Compact;
    }
}
