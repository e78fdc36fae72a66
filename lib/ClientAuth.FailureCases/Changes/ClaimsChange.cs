using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Jwts;
using ClientAuth.FailureCases.Requests;

namespace ClientAuth.FailureCases.Changes;

/// <summary>Other claims, signed as the client signs.</summary>
public sealed record ClaimsChange : RequestChange
{
    public JsonObject? Set { get; init; }

    public IReadOnlyList<string>? Remove { get; init; }

    /// <summary>Claims that stand at the end once more, whether or not they are there already.</summary>
    public JsonObject? Again { get; init; }

    /// <summary>Which JWT; the assertion where it is left out.</summary>
    public JwtKind Of { get; init; }

    internal override void Apply(RequestDraft draft) => draft.OfJwt(Of).Claims.Change(Set, Remove, Again);
}
