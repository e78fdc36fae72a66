using ClientAuth.FailureCases.Jwts;
using ClientAuth.FailureCases.Requests;

namespace ClientAuth.FailureCases.Changes;

/// <summary>A DPoP proof beside what the request holds already (RFC 9449 §4), with a token or without.</summary>
public sealed record DpopChange : RequestChange
{
    /// <summary>One of the fixture's keys; <c>dpop</c> where it is left out.</summary>
    public string? Key { get; init; }

    /// <summary>A phone whose key for the app proves itself, in place of one of the fixture's.</summary>
    public string? Device { get; init; }

    /// <summary><c>ES256</c> where it is left out.</summary>
    public string? Alg { get; init; }

    /// <summary>The name of the step whose access token is sent and hashed into the proof.</summary>
    public string? TokenOf { get; init; }

    internal override void Apply(RequestDraft draft)
    {
        GoodDpopProof.AddTo(draft, GoodDpopProof.Signing(Device ?? Key, Alg));
        if (TokenOf is { } step)
        {
            draft.SetHeader("Authorization", $"DPoP {{{step}.access_token}}");
            draft.OfJwt(JwtKind.Dpop).Claims.Change(new() { ["ath"] = $"{{ath:{step}}}" }, remove: null, again: null);
        }
    }
}
