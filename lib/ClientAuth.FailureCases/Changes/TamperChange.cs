using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Jwts;

namespace ClientAuth.FailureCases.Changes;

/// <summary>Members changed after signing: the signature still covers what was there before.</summary>
public sealed record TamperChange : JwtChange
{
    public JsonObject? Claims { get; init; }

    public JsonObject? Jose { get; init; }

    private protected override void Apply(JwtDraft jwt)
    {
        jwt.TamperedClaims = Claims;
        jwt.TamperedHeader = Jose;
    }
}
