using ClientAuth.MockServer.Tests.Differential.Chains;
using ClientAuth.MockServer.Tests.Differential.Judges;

namespace ClientAuth.MockServer.Tests.Differential;

/// <summary>A chain that the server and another judge see differently.</summary>
/// <param name="Judge">The other one.</param>
/// <param name="Ours">What the server says of the path; a reason begins with the name of the check.</param>
/// <param name="Theirs">What the other judge says of the path.</param>
/// <param name="Path">The path that one of them accepts, alone, where it is known; otherwise the chain.</param>
internal sealed record Difference(string Judge, Verdict Ours, Verdict Theirs, SignedChain Path)
{
    public bool IsTheServerStricter => !Ours.Accepts;

    /// <summary>Whether the server accepts the path of a chain that the other one refuses, and that one accepts the path alone.</summary>
    public bool IsOfTheSearch => Ours.Accepts && Theirs.Accepts;

    public override string ToString() => $"the server: {Ours}\n{Judge}: {Theirs}\n{Path}";
}
