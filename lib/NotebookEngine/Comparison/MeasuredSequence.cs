using System.Text.RegularExpressions;

namespace NotebookEngine.Comparison;

/// <summary>
/// Messages in their order, drawn with the times at which they were sent. The drawing follows from what was measured; who sent what to
/// whom stands in the text as well, and is compared.
/// </summary>
internal static partial class MeasuredSequence
{
    /// <summary>Whether an output is one.</summary>
    public static bool IsOne(IReadOnlyDictionary<string, string> forms) =>
        forms.TryGetValue("text/plain", out var text) && FirstMessage.IsMatch(text);

    public static string Mask(string text) => LengthOfBody.Replace(Drawing.Replace(text, "«drawing»"), "«number»");

    [GeneratedRegex(@"^ *1  [a-z ]+ <?-> [a-z ]+  ", RegexOptions.Multiline)]
    private static partial Regex FirstMessage { get; }

    [GeneratedRegex("(?<=<svg)[ >].*?(?=</svg>)", RegexOptions.Singleline)]
    private static partial Regex Drawing { get; }

    // Certificates are in a body, and their length depends on their signatures.
    [GeneratedRegex(@"(?<=Content-Length</th><td[^>]*><code[^>]*>)\d+")]
    private static partial Regex LengthOfBody { get; }
}
