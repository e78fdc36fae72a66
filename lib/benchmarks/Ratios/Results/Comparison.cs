namespace Ratios.Results;

/// <summary>What is measured, and against what: all of a ratio that is known before its figures.</summary>
/// <param name="Group">Under which heading it stands.</param>
/// <param name="Name">What is measured.</param>
/// <param name="Against">The floor or the peer.</param>
/// <param name="Unit">Of the two figures.</param>
/// <param name="Goal">What the ratio should be.</param>
internal sealed record Comparison(string Group, string Name, string Against, string Unit, Goal Goal)
{
    /// <summary>By which <c>--only</c> finds it, and as it is told.</summary>
    public override string ToString() => $"{Name} against {Against}";
}
