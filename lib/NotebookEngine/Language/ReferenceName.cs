using System.Text.RegularExpressions;

namespace NotebookEngine.Language;

/// <summary>The readable name of the target of a <c>cref</c>.</summary>
internal static partial class ReferenceName
{
    /// <param name="reference">A documentation id such as <c>M:System.String.Join(System.String)</c>, or a plain name.</param>
    internal static string Of(string reference)
    {
        if (reference.Length < 2 || reference[1] != ':')
        {
            return reference;
        }

        var names = Decoration().Replace(reference[2..], "").Split('.');
        return reference[0] switch
        {
            'N' => string.Join('.', names),
            'T' => names[^1],
            'M' when names is [.., var type, "#ctor"] => type,
            _ => string.Join('.', names.TakeLast(2)),
        };
    }

    // Parameters, a conversion's result, and the number of type parameters.
    [GeneratedRegex(@"\(.*|~.*|`+\d+")]
    private static partial Regex Decoration();
}
