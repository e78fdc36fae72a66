using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Jwts;

namespace ClientAuth.FailureCases.Changes;

/// <summary>Other members of the JOSE header. A changed <c>alg</c> is only claimed: <see cref="SignChange"/> signs by another.</summary>
public sealed record JoseChange : JwtChange
{
    public JsonObject? Set { get; init; }

    public IReadOnlyList<string>? Remove { get; init; }

    /// <summary>Members that stand at the end once more, whether or not they are there already.</summary>
    public JsonObject? Again { get; init; }

    private protected override void Apply(JwtDraft jwt) => jwt.Header.Change(Set, Remove, Again);
}
