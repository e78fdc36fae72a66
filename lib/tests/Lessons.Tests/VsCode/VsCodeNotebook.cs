using System.Text.Json.Nodes;

namespace Lessons.Tests.VsCode;

/// <summary>
/// A notebook in VS Code, by the rules of its sources: microsoft/vscode, extensions/ipynb/src (<c>notebookSerializer.ts</c>,
/// <c>deserializers.ts</c>, <c>serializers.ts</c>, <c>notebookModelStoreSync.ts</c>) and microsoft/vscode-jupyter
/// (<c>updateNotebookMetadataWithSelectedKernel</c>). What VS Code may change in a file that it only opens and saves is in here: indentation, the order
/// of members, members that it does not know, line ends, and the language of each code cell.
/// </summary>
internal sealed class VsCodeNotebook
{
    // As many characters of a file are looked at for its indentation.
    private const int LookedAt = 1000;

    private readonly JsonObject _content;
    private readonly string _indent;
    private readonly Dictionary<JsonObject, string> _languages;

    private VsCodeNotebook(JsonObject content, string indent)
    {
        _content = content;
        _indent = indent;
        var preferred = LanguageId(LanguageInfoName ?? Text(Metadata["kernelspec"]?["language"]) ?? "python");
        _languages = CodeCells.ToDictionary(
            cell => cell,
            cell => Text(cell["metadata"]!["vscode"]?["languageId"]) ?? preferred
        );
    }

    private JsonObject Metadata => _content["metadata"]!.AsObject();

    private string? LanguageInfoName => Text(Metadata["language_info"]?["name"]);

    private IEnumerable<JsonObject> Cells => _content["cells"]!.AsArray().Select(cell => cell!.AsObject());

    private IEnumerable<JsonObject> CodeCells => Cells.Where(cell => Text(cell["cell_type"]) == "code");

    public static VsCodeNotebook Open(string text) => new(JsonNode.Parse(text)!.AsObject(), IndentOf(text));

    /// <summary>
    /// A kernel has started: the language is the one that it names in its <c>kernel_info_reply</c>. Until then a selected kernel is
    /// known by its kernelspec, whose language may stand there.
    /// </summary>
    public VsCodeNotebook Start(JsonObject languageInfo)
    {
        Metadata["language_info"] = languageInfo.DeepClone();
        return this;
    }

    /// <summary>All cells have run, with the outputs and counts of that notebook's file.</summary>
    public VsCodeNotebook RunAll(string executed)
    {
        foreach (var (cell, ran) in CodeCells.Zip(Open(executed).CodeCells))
        {
            cell["execution_count"] = ran["execution_count"]?.DeepClone();
            cell["outputs"] = ran["outputs"]!.DeepClone();
        }

        return this;
    }

    /// <summary>The command <em>Clear All Outputs</em>.</summary>
    public VsCodeNotebook ClearAllOutputs()
    {
        foreach (var cell in CodeCells)
        {
            cell["execution_count"] = null;
            cell["outputs"] = new JsonArray();
        }

        return this;
    }

    /// <returns>The file's text.</returns>
    public string Save()
    {
        // Unlike when it opens a file, VS Code does not translate this name: under C# no cell is in the notebook's own language.
        var language = LanguageInfoName ?? CodeCells.Select(cell => _languages[cell]).FirstOrDefault();
        var file = new JsonObject
        {
            ["cells"] = new JsonArray([.. Cells.Select(cell => Saved(cell, language))]),
            ["metadata"] = Metadata.DeepClone(),
            ["nbformat"] = _content["nbformat"]?.DeepClone() ?? 4,
            ["nbformat_minor"] = _content["nbformat_minor"]?.DeepClone() ?? 2,
        };
        return JavaScriptJson.Stringify(file, _indent) + "\n";
    }

    private JsonObject Saved(JsonObject cell, string? language)
    {
        var metadata = cell["metadata"]?.DeepClone().AsObject() ?? [];
        var saved = new JsonObject
        {
            ["cell_type"] = cell["cell_type"]!.DeepClone(),
            ["source"] = Lines(cell["source"]!),
            ["metadata"] = metadata,
        };
        foreach (var kept in new[] { "id", "attachments" }.Where(name => cell[name] is not null))
        {
            saved[kept] = cell[kept]!.DeepClone();
        }

        if (_languages.TryGetValue(cell, out var own))
        {
            metadata.Remove("vscode");
            if (own != language)
            {
                metadata["vscode"] = new JsonObject { ["languageId"] = own };
            }

            saved.Remove("attachments");
            saved["execution_count"] = cell["execution_count"]?.DeepClone();
            saved["outputs"] = cell["outputs"]!.DeepClone();
        }

        return saved;
    }

    private static string LanguageId(string language) =>
        language.ToLowerInvariant() switch
        {
            [var letter, '#'] => $"{letter}sharp",
            var other => other,
        };

    // A line in a list without its line end gets one: that is how a comment may come to end a cell.
    private static JsonArray Lines(JsonNode source)
    {
        var text = source is JsonArray lines
            ? string.Concat(lines.Select((line, index) => WithEnd(Text(line)!, isLast: index == lines.Count - 1)))
            : Text(source)!;
        var parts = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        return
        [
            .. parts
                .Select((part, index) => index < parts.Length - 1 ? $"{part}\n" : part)
                .Where(part => part.Length > 0)
                .Select(part => JsonValue.Create(part)),
        ];
    }

    private static string WithEnd(string line, bool isLast) => isLast || line.EndsWith('\n') ? line : $"{line}\n";

    // The step between neighbouring lines that is seen most often, as the package detect-indent counts them.
    private static string IndentOf(string text)
    {
        var widths = text[..Math.Min(LookedAt, text.Length)]
            .Split('\n')
            .Where(line => line.Length > 0)
            .Select(line => line.Length - line.TrimStart(' ').Length)
            .ToList();
        var step = widths
            .Zip(widths.Skip(1), (before, after) => Math.Abs(after - before))
            .Where(difference => difference > 0)
            .CountBy(difference => difference)
            .MaxBy(counted => counted.Value)
            .Key;
        return new string(' ', step);
    }

    private static string? Text(JsonNode? node) => node?.GetValue<string>();
}
