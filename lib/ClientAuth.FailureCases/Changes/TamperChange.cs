using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Jwts;
using ClientAuth.FailureCases.Requests;

namespace ClientAuth.FailureCases.Changes;

/// <summary>Members changed after signing: the signature still covers what was there before.</summary>
public sealed record TamperChange : RequestChange
{
    public JsonObject? Claims { get; init; }

    public JsonObject? Jose { get; init; }

    /// <summary>Which JWT; the assertion where it is left out.</summary>
    public JwtKind Of { get; init; }

    internal override void Apply(RequestDraft draft)
    {
        draft.OfJwt(Of).TamperedClaims = Claims;
        draft.OfJwt(Of).TamperedHeader = Jose;
    }
}
