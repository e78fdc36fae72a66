namespace ClientAuth.Lab.Choosing;

/// <summary>A method that is not recommended, and why.</summary>
/// <param name="Method">The method.</param>
/// <param name="IsRuledOut">Whether it must not be used; otherwise it would do, and something else does better.</param>
/// <param name="Reasons">What rules it out, or speaks against it.</param>
public sealed record OtherMethod(ChoosableMethod Method, bool IsRuledOut, IReadOnlyList<Reason> Reasons)
{
    /// <summary>The same in words.</summary>
    public string Standing => IsRuledOut ? "ruled out" : "would do";
}
