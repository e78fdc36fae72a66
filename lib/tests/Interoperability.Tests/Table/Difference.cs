namespace Interoperability.Tests.Table;

/// <summary>Where two programs do not do the same.</summary>
/// <param name="Rows">Which rows it is about.</param>
/// <param name="Who">The program that differs from this project's.</param>
/// <param name="Whose">Whose it is: theirs, ours, or a policy that both may have.</param>
/// <param name="What">In a sentence or two.</param>
internal sealed record Difference(string Rows, string Who, string Whose, string What)
{
    public const string Theirs = "theirs";
    public const string Ours = "ours";
    public const string Policy = "a policy";
}
