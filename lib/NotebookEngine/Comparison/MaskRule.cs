using System.Text.RegularExpressions;

namespace NotebookEngine.Comparison;

/// <summary>Something that no two runs have in common.</summary>
/// <param name="Name">Stands in the text instead.</param>
/// <param name="Reason">Why it differs from run to run.</param>
/// <param name="Pattern">What it looks like.</param>
/// <param name="Example">A text that it masks whole.</param>
public sealed record MaskRule(string Name, string Reason, Regex Pattern, string Example)
{
    public string Mask(string text) => Pattern.Replace(text, $"«{Name}»");

    // xunit names the test after it.
    public override string ToString() => Name;
}
