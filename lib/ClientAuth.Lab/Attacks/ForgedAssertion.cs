using System.Security.Cryptography;
using ClientAuth.Client;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Attacks;

/// <summary>An attack with an assertion that nobody who holds the victim's private key has made.</summary>
public abstract class ForgedAssertion : Attack
{
    private protected const string Victim = "victim";

    private protected ForgedAssertion(AttackFacts facts)
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

    private protected abstract Task<string> ForgeAsync(LessonLab target, CancellationToken cancellationToken);

    private protected override async Task CarryOutAsync(LessonLab target, CancellationToken cancellationToken) =>
        await TokenRequests.PostAsync(target, await ForgeAsync(target, cancellationToken), cancellationToken);

    /// <summary>What anybody may have: the victim's key as it is registered.</summary>
    private protected static Jwk RegisteredKey(LessonLab target) => target.Client(Victim).Registration.Jwks!.Keys[0];

    /// <summary>In the victim's name and under the name of the victim's key, signed by another.</summary>
    private protected static ClientAssertionBuilder SignedBy(LessonLab target, ECDsa attackers) =>
        TokenRequests.Draft(
            target,
            Victim,
            AssertionSigner.ForKey(attackers, SignatureAlgorithms.ES256, RegisteredKey(target).Kid)
        );

    private protected static ECDsa NewKey() => ECDsa.Create(ECCurve.NamedCurves.nistP256);
}
