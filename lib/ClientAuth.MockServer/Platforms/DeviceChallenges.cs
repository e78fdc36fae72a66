using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Nonces;
using ClientAuth.SharedState;

namespace ClientAuth.MockServer.Platforms;

/// <summary>
/// The challenges that make the evidence of a device fresh (draft-ietf-oauth-attestation-based-client-auth §6). The server keeps none of
/// those that it gives, and remembers each that has led to a token until it would be too old anyway.
/// </summary>
internal sealed class DeviceChallenges(ServerNonces challenges, ISharedState state)
{
    // No client is called that, so no client's jti stands in the way of a challenge.
    private const string Owner = "urn:client-attestation-token:challenge";

    /// <summary>For the answer to a request whose challenge would not do.</summary>
    public string Next() => challenges.Next();

    /// <summary>The use to be spent, or null where a check failed.</summary>
    public async ValueTask<SingleUse?> CheckAsync(string challenge, CheckTrace trace)
    {
        var until = challenges.GoodUntil(challenge, out var seen);
        if (
            !trace.Check(Rules.DeviceChallenge, until is not null, "a challenge that this server issued recently", seen)
        )
        {
            return null;
        }

        var use = new SingleUse(Owner, challenge, until ?? default, Rules.DeviceChallengeUnused);
        // Here only to save the work: of two requests at once, the one that spends it first goes on.
        var isUsed = await state.IsUsedAsync(use.Shared);
        return trace.Check(
            Rules.DeviceChallengeUnused,
            !isUsed,
            "a challenge that was not used before",
            Quote.Nonce(challenge) + (isUsed ? ", used before" : ", unused")
        )
            ? use
            : null;
    }
}
