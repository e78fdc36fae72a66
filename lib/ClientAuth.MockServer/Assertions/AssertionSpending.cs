using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Methods;

namespace ClientAuth.MockServer.Assertions;

/// <summary>Spends what is good once when the request is allowed: last of all, so that a refused request leaves it unspent.</summary>
/// <param name="used">Remembers it.</param>
/// <param name="forgets">Without <see cref="Defence.SingleUse"/>: then nothing is remembered.</param>
internal sealed class AssertionSpending(UsedAssertions used, bool forgets)
{
    /// <summary>The client's assertion and its DPoP proof, both or neither. True also for a client with neither.</summary>
    public bool Spend(AuthenticatedClient authenticated, CheckTrace trace) =>
        Spend(trace, authenticated.Use, authenticated.Proof?.Use);

    /// <summary>All of them or none. True also where there is nothing to spend.</summary>
    public bool Spend(CheckTrace trace, params IEnumerable<AssertionUse?> presented)
    {
        var uses = presented.OfType<AssertionUse>().ToList();
        if (forgets)
        {
            return uses.TrueForAll(use => trace.LookAway(use.Unused, Defence.SingleUse, Quote.Text(use.Jti)));
        }

        var refused = used.UseAll(uses);
        return uses.TrueForAll(use =>
            trace.Check(
                use.Unused,
                use != refused,
                "a value that was not used before",
                use != refused ? $"first use of {Quote.Text(use.Jti)}" : $"{Quote.Text(use.Jti)} again"
            )
        );
    }
}
