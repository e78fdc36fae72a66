using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;
using ClientAuth.SharedState;

namespace ClientAuth.MockServer.Jwt;

/// <summary>The one use of something that is good once, verified and still to be spent: an assertion, a proof, a challenge.</summary>
/// <param name="Owner">Whose it is: the client's identifier, or the URI of the key that signed (RFC 9278).</param>
/// <param name="Id">Its <c>jti</c>, or the challenge itself.</param>
/// <param name="Until">When it can no longer be accepted, the allowed skew included.</param>
/// <param name="Unused">The rule that a second use breaks.</param>
internal sealed record SingleUse(string Owner, string Id, DateTimeOffset Until, Rule Unused)
{
    /// <summary>As all nodes of the issuer know it.</summary>
    public StateUse Shared => new(new(StateKind.SingleUse, Owner, Id), Until);
}

/// <summary>Spends what is good once when the request is allowed: last of all, so that a refused request leaves it unspent.</summary>
/// <param name="state">Remembers it, for all nodes.</param>
/// <param name="forgets">Without <see cref="Defence.SingleUse"/>: then nothing is remembered.</param>
internal sealed class SingleUseChecks(ISharedState state, bool forgets)
{
    /// <summary>All of them or none. True also where there is nothing to spend.</summary>
    public async ValueTask<bool> SpendAsync(CheckTrace trace, params IReadOnlyList<SingleUse?> presented)
    {
        var uses = presented.OfType<SingleUse>().ToList();
        if (forgets)
        {
            return uses.TrueForAll(use => trace.LookAway(use.Unused, Defence.SingleUse, Quote.Text(use.Id)));
        }

        var refused = uses is [] ? null : await state.UseAllAsync([.. uses.Select(use => use.Shared)]);
        return uses.Index()
            .All(use =>
                trace.Check(
                    use.Item.Unused,
                    use.Index != refused?.Place,
                    "a value that was not used before",
                    use.Index != refused?.Place
                        ? $"first use of {Quote.Text(use.Item.Id)}"
                        : $"{Quote.Text(use.Item.Id)} {refused.Why}"
                )
            );
    }
}
