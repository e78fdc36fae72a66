using System.Text.Json;
using System.Text.RegularExpressions;

namespace NotebookEngine.Notebooks;

/// <summary>Reads one cell; a broken rule is reported with the cell's number and, where it has one, its id.</summary>
internal sealed partial class CellReader(int number, int minor)
{
    private const int FirstMinorWithIds = 5;

    private string _where = $"cell {number}";

    internal NotebookCell Read(JsonElement cell)
    {
        cell.MustBe(JsonValueKind.Object, _where);
        var id = ReadId(cell);
        var kind = ReadKind(cell);
        CheckMembers(cell, kind);
        var metadata = cell.Required("metadata", JsonValueKind.Object, _where);
        return new NotebookCell
        {
            Kind = kind,
            Id = id,
            Number = number,
            Source = cell.Required("source", _where).MultilineString($"{_where}: 'source'"),
            Tags = ReadTags(metadata),
            Metadata = metadata.Clone(),
            Attachments = cell.TryGetProperty("attachments", out var attachments) ? attachments.Clone() : null,
        };
    }

    private string ReadId(JsonElement cell)
    {
        if (minor < FirstMinorWithIds)
        {
            return $"cell-{number}";
        }

        if (!cell.TryGetProperty("id", out _))
        {
            throw new FormatRuleException(_where, "'id' is missing; nbformat 4.5 gives every cell a unique one");
        }

        var id = cell.Required("id", JsonValueKind.String, _where).GetString()!;
        if (!IdRule.IsMatch(id))
        {
            throw new FormatRuleException(_where, $"the id '{id}' must be 1 to 64 of a-z A-Z 0-9 - _");
        }

        _where = $"cell {number} ({id})";
        return id;
    }

    private CellKind ReadKind(JsonElement cell) =>
        cell.Required("cell_type", JsonValueKind.String, _where).GetString() switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            var other => throw new FormatRuleException(
                _where,
                $"'{other}' is no cell_type; code, markdown and raw are"
            ),
        };

    private void CheckMembers(JsonElement cell, CellKind kind)
    {
        var id = minor < FirstMinorWithIds ? "cell_type" : "id";
        if (kind != CellKind.Code)
        {
            cell.MustOnlyHave(_where, id, "cell_type", "metadata", "source", "attachments");
            return;
        }

        cell.MustOnlyHave(_where, id, "cell_type", "metadata", "source", "outputs", "execution_count");
        var count = cell.Required("execution_count", _where);
        if (count.ValueKind != JsonValueKind.Null)
        {
            cell.RequiredInteger("execution_count", _where);
        }

        var outputs = cell.Required("outputs", JsonValueKind.Array, _where);
        foreach (var (output, index) in outputs.EnumerateArray().Select((output, index) => (output, index)))
        {
            OutputRules.Check(output, $"{_where}, output {index + 1}");
        }
    }

    private List<string> ReadTags(JsonElement metadata)
    {
        if (!metadata.TryGetProperty("tags", out var tags))
        {
            return [];
        }

        tags.MustBe(JsonValueKind.Array, $"{_where}: metadata.tags");
        foreach (var tag in tags.EnumerateArray())
        {
            tag.MustBe(JsonValueKind.String, $"{_where}: metadata.tags");
        }

        return [.. tags.EnumerateArray().Select(tag => tag.GetString()!)];
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9_-]{1,64}\z")]
    private static partial Regex IdRule { get; }
}
