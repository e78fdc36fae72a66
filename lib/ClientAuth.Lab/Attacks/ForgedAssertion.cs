using ClientAuth.Lab.Testbeds;

namespace ClientAuth.Lab.Attacks;

/// <summary>An attack with an assertion that nobody who holds the victim's private key has made.</summary>
public abstract class ForgedAssertion : AssertionAttack
{
    private protected ForgedAssertion(AttackFacts facts)
        : base(facts) { }

    private protected abstract string Forge(Testbed target);

    private protected override Task CarryOutAsync(Testbed target, CancellationToken cancellationToken) =>
        TokenRequests.PostAsync(target, Forge(target), cancellationToken);
}
