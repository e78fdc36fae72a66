using System.Net;
using System.Text.RegularExpressions;
using NotebookEngine.Comparison;
using NotebookEngine.Notebooks;
using NotebookEngine.Running;

namespace NotebookEngine.StoredOutputs;

/// <summary>Finds what must not be stored in the outputs of a notebook.</summary>
/// <param name="folders">Absolute paths that no output may name.</param>
internal sealed partial class Exposures(IEnumerable<string> folders)
{
    private readonly ExposureRule[] _rules = [.. ExposureRules.All, ExposureRules.Folders(folders)];

    /// <summary>For the outputs of one notebook: its folder and the one above, the user's own, and the one for temporary files.</summary>
    internal static Exposures Of(Notebook notebook) =>
        new(
            new[]
            {
                notebook.Folder,
                Path.GetDirectoryName(notebook.Folder),
                Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
                Path.GetTempPath(),
            }
                .OfType<string>()
                .Select(folder => folder.TrimEnd('/', '\\'))
                // A drive or a folder such as /src may be named by chance.
                .Where(folder => folder.Count(character => character is '/' or '\\') > 1)
                .Distinct(StringComparer.Ordinal)
        );

    /// <returns>A problem for each place, with the output and the line.</returns>
    internal IEnumerable<OutputProblem> In(SavedNotebook saved, Notebook notebook) =>
        from cell in saved.CodeCells
        from output in cell.Outputs.Index()
        from form in output.Item.Forms
        from told in In(form.Value)
        select new OutputProblem(
            OutputProblemKind.Exposed,
            notebook.Cells.FirstOrDefault(candidate => candidate.Id == cell.Id),
            $"output {output.Index + 1}, {form.Key}, {told}"
        );

    private IEnumerable<string> In(string text)
    {
        foreach (var (number, line) in Readable(text).Split('\n').Index())
        {
            // One thing may be found by several rules.
            var first = _rules
                .Select(rule => (Rule: rule, Match: rule.Pattern.Match(line)))
                .FirstOrDefault(found => found.Match is { Success: true, Length: > 0 });
            if (first.Rule is { } rule)
            {
                yield return $"line {number + 1}: {rule.Name}: {rule.Shown(first.Match)}";
            }
        }
    }

    // As a person reads HTML: a name and its value may stand in neighbouring cells of a table.
    private static string Readable(string text) =>
        WebUtility.HtmlDecode(Tag.Replace(text.Replace("<wbr />", "", StringComparison.Ordinal), " "));

    [GeneratedRegex(@"</?[a-zA-Z][^<>]*>")]
    private static partial Regex Tag { get; }
}
