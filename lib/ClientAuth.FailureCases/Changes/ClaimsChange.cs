using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Jwts;

namespace ClientAuth.FailureCases.Changes;

/// <summary>Other claims, signed as the client signs.</summary>
public sealed record ClaimsChange : JwtChange
{
    public JsonObject? Set { get; init; }

    public IReadOnlyList<string>? Remove { get; init; }

    /// <summary>Claims that stand at the end once more, whether or not they are there already.</summary>
    public JsonObject? Again { get; init; }

    private protected override void Apply(JwtDraft jwt) => jwt.Claims.Change(Set, Remove, Again);
}
