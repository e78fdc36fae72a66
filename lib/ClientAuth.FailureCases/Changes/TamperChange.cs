using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Drafts;

namespace ClientAuth.FailureCases.Changes;

/// <summary>Members changed after signing: the signature still covers what was there before.</summary>
public sealed record TamperChange : RequestChange
{
    public JsonObject? Claims { get; init; }

    public JsonObject? Jose { get; init; }

    internal override void Apply(RequestDraft draft)
    {
        draft.OfAssertion().TamperedClaims = Claims;
        draft.OfAssertion().TamperedHeader = Jose;
    }
}
