using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Methods;

namespace ClientAuth.MockServer.Assertions;

/// <summary>Spends the assertion of a client whose request is allowed: last of all, so that a refused request leaves it unspent.</summary>
internal sealed class AssertionSpending(UsedAssertions used)
{
    /// <summary>True also for a client without an assertion.</summary>
    public bool Spend(AuthenticatedClient authenticated, Trail trail)
    {
        if (authenticated.Use is not { } use)
        {
            return true;
        }

        var unused = used.TryUse(authenticated.Client.ClientId, use.Jti, use.Until);
        return trail.Check(
            Rules.JtiUnused,
            unused,
            "an assertion that was not used before",
            unused ? $"first use of {Quote.Text(use.Jti)}" : $"{Quote.Text(use.Jti)} again"
        );
    }
}
