using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Jwts;
using ClientAuth.FailureCases.Requests;

namespace ClientAuth.FailureCases.Changes;

/// <summary>Other members of the JOSE header. A changed <c>alg</c> is only claimed: <see cref="SignChange"/> signs by another.</summary>
public sealed record JoseChange : RequestChange
{
    public JsonObject? Set { get; init; }

    public IReadOnlyList<string>? Remove { get; init; }

    /// <summary>Members that stand at the end once more, whether or not they are there already.</summary>
    public JsonObject? Again { get; init; }

    /// <summary>Which JWT; the assertion where it is left out.</summary>
    public JwtKind Of { get; init; }

    internal override void Apply(RequestDraft draft) => draft.OfJwt(Of).Header.Change(Set, Remove, Again);
}
