using System.Security.Cryptography;
using ClientAuth.Client;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Attacks;

/// <summary>An attack with an assertion in the name of a client that is registered for ES256.</summary>
public abstract class AssertionAttack : Attack
{
    private protected const string Victim = "victim";

    private protected AssertionAttack(AttackFacts facts)
        : base(facts) { }

    private protected override IReadOnlyList<ClientMetadata> Clients =>
        [
            new()
            {
                ClientId = Victim,
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
                TokenEndpointAuthSigningAlg = SignatureAlgorithms.ES256,
                Scope = "read write",
            },
        ];

    /// <summary>The victim's own work, which the attacker only reads.</summary>
    private protected static ClientAssertionBuilder Genuine(Testbed target) =>
        SignedBy(target, (ECDsa)target.Client(Victim).PrivateKey!);

    /// <summary>In the victim's name and under the name of the victim's key, which anybody may know, signed with any key.</summary>
    private protected static ClientAssertionBuilder SignedBy(Testbed target, ECDsa key) =>
        TokenRequests.Draft(
            target,
            Victim,
            AssertionSigner.ForKey(key, SignatureAlgorithms.ES256, target.Client(Victim).KeyId)
        );

    private protected static ECDsa NewKey() => ECDsa.Create(ECCurve.NamedCurves.nistP256);
}

/// <summary>An attack with an assertion that nobody who holds the victim's private key has made.</summary>
public abstract class ForgedAssertion : AssertionAttack
{
    private protected ForgedAssertion(AttackFacts facts)
        : base(facts) { }

    private protected abstract string Forge(Testbed target);

    private protected override Task CarryOutAsync(Testbed target, CancellationToken cancellationToken) =>
        TokenRequests.PostAsync(target, Forge(target), cancellationToken);
}
