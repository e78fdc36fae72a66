using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace NotebookEngine.Book;

/// <summary>
/// The styles of outputs, each written once in a style sheet of the book. An output has to carry its styles in its tags, since a notebook
/// has no other place for them; repeated for each cell of each table they would be half of the book.
/// </summary>
internal sealed partial class OutputStyles
{
    internal const string FileName = "outputs.css";

    // A class is no shorter.
    private const int Short = 16;

    private readonly OrderedDictionary<string, string> _classes = new(StringComparer.Ordinal);

    /// <summary>The style sheet. A class named four times outweighs the book's own rules, as a style in a tag does.</summary>
    internal string Css =>
        string.Concat(
            _classes.Select(style => $".{style.Value}.{style.Value}.{style.Value}.{style.Value}{{{style.Key}}}\n")
        );

    /// <summary>The output with classes in place of its styles.</summary>
    internal string Shared(string html) => StartTags.Each(html, Shorter);

    private string Shorter(string tag)
    {
        var style = Style.Match(tag);
        if (!style.Success || style.Groups["style"].Length <= Short)
        {
            return tag;
        }

        var text = WebUtility.HtmlDecode(style.Groups["style"].Value);
        if (!_classes.TryGetValue(text, out var name))
        {
            name = string.Create(CultureInfo.InvariantCulture, $"s{_classes.Count + 1}");
            _classes.Add(text, name);
        }

        var bare = tag.Remove(style.Index, style.Length);
        return Class.IsMatch(bare)
            ? Class.Replace(bare, $" class=\"{name} ", 1)
            : bare.Insert(style.Index, $" class=\"{name}\"");
    }

    [GeneratedRegex(@"\sstyle=""(?<style>[^""]*)""")]
    private static partial Regex Style { get; }

    [GeneratedRegex(@"\sclass=""")]
    private static partial Regex Class { get; }
}
