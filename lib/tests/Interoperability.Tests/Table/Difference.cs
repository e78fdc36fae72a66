namespace Interoperability.Tests.Table;

/// <summary>Where two programs do not do the same.</summary>
/// <param name="Rows">Which rows it is about.</param>
/// <param name="Who">The program that differs from this project's.</param>
/// <param name="Whose">Who would have to change: they, we, or nobody, since it is a policy that each may have.</param>
/// <param name="What">In a sentence or two.</param>
internal sealed record Difference(string Rows, string Who, string Whose, string What)
{
    public const string Theirs = "they";
    public const string Ours = "we (done)";
    public const string Policy = "nobody: a policy";
}
