using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Requests;

namespace ClientAuth.FailureCases.Changes;

/// <summary>Other members of a JSON body, for the endpoints that take one.</summary>
public sealed record JsonChange : RequestChange
{
    public JsonObject? Set { get; init; }

    public IReadOnlyList<string>? Remove { get; init; }

    /// <summary>Members that stand at the end once more, whether or not they are there already.</summary>
    public JsonObject? Again { get; init; }

    internal override void Apply(RequestDraft draft) => draft.OfJson().Change(Set, Remove, Again);
}
