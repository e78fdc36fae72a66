using System.Security.Cryptography;
using ClientAuth.MockServer;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Attacks;

/// <summary>The address of the attacker's key set in the header <c>jku</c> (RFC 7515 §4.1.2).</summary>
public sealed class KeySetAddress()
    : HostedKey(
        new(
            "key-set-address",
            AttackGroup.Forges,
            "own key set behind jku",
            "a host of their own on the web",
            "keys come from the registration alone"
        )
    )
{
    private protected override string Header => "jku";

    private protected override JwksResponse Publish(ECDsa own, DateTimeOffset now) =>
        JwksResponse.Of(Jwk.FromPublicKey(own));
}
