using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Drafts;

namespace ClientAuth.FailureCases.Changes;

/// <summary>Other claims, signed as the client signs.</summary>
public sealed record ClaimsChange : RequestChange
{
    public JsonObject? Set { get; init; }

    public IReadOnlyList<string>? Remove { get; init; }

    /// <summary>Claims that stand at the end once more, whether or not they are there already.</summary>
    public JsonObject? Again { get; init; }

    internal override void Apply(RequestDraft draft) => draft.OfAssertion().Claims.Change(Set, Remove, Again);
}
