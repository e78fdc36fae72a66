using System.Text.Json;

namespace WorkingCopies;

/// <summary>How a lesson in the working copy differs from the one that git has committed. Outputs and counts make no difference.</summary>
/// <param name="Lesson">The file's name.</param>
/// <param name="Cells">The ids of the cells whose text was changed, and of those added, moved or removed.</param>
/// <param name="Others">What else differs.</param>
internal sealed record LessonChange(string Lesson, IReadOnlyList<string> Cells, IReadOnlyList<string> Others)
{
    /// <summary>What was changed, and how to get it back.</summary>
    public string Sentence =>
        $"notebooks/{Lesson} is not the committed lesson ({What}); to get that one back, and lose the changes: "
        + $"git restore notebooks/{Lesson}";

    private string What => string.Join(" and ", [.. Cells.Count > 0 ? [WhichCells] : Array.Empty<string>(), .. Others]);

    private string WhichCells =>
        Cells.Count switch
        {
            1 => $"cell {Cells[0]} differs",
            <= 8 => $"cells {string.Join(", ", Cells)} differ",
            _ => $"{Cells.Count} cells differ",
        };

    /// <summary>Null where the lesson's cells and metadata are the committed ones, or where git has no such lesson, or where there is no git.</summary>
    public static async Task<LessonChange?> OfAsync(string lesson)
    {
        if (await CommittedLesson.ReadAsync(lesson) is not { } committed)
        {
            return null;
        }

        try
        {
            using var before = JsonDocument.Parse(committed);
            using var now = JsonDocument.Parse(await File.ReadAllTextAsync(Checkout.PathOf(lesson)));
            string[] others = HaveSameMetadata(before, now) ? [] : ["its metadata differs"];
            var cells = ChangedCells(CellsOf(before.RootElement), CellsOf(now.RootElement));
            return cells.Count + others.Length > 0 ? new LessonChange(lesson, cells, others) : null;
        }
        catch (Exception problem)
            when (problem
                    is JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or ArgumentException
                        or IOException
            )
        {
            return new LessonChange(lesson, [], ["the file is no notebook any more"]);
        }
    }

    private static List<string> ChangedCells(List<Cell> before, List<Cell> now)
    {
        var changed = before.Except(now).Concat(now.Except(before)).Select(cell => cell.Id).Distinct().ToList();
        return changed.Count > 0
            ? changed
            : [.. before.Zip(now).Where(pair => pair.First != pair.Second).Select(pair => pair.Second.Id)];
    }

    private static List<Cell> CellsOf(JsonElement notebook) =>
        [
            .. notebook
                .GetProperty("cells")
                .EnumerateArray()
                .Select(cell => new Cell(
                    cell.GetProperty("id").GetString()!,
                    cell.GetProperty("cell_type").GetString()!,
                    SourceOf(cell.GetProperty("source"))
                )),
        ];

    // A cell that was added or removed is named already.
    private static bool HaveSameMetadata(JsonDocument before, JsonDocument now)
    {
        var committed = MetadataById(before);
        return MetadataById(now).All(one => !committed.TryGetValue(one.Key, out var its) || its == one.Value);
    }

    private static Dictionary<string, string> MetadataById(JsonDocument notebook) =>
        notebook
            .RootElement.GetProperty("cells")
            .EnumerateArray()
            .Select(cell => (Id: cell.GetProperty("id").GetString()!, Owner: cell))
            .Append((Id: "", Owner: notebook.RootElement))
            .ToDictionary(one => one.Id, one => JsonSerializer.Serialize(one.Owner.GetProperty("metadata")));

    // The format knows a text and a list of its lines.
    private static string SourceOf(JsonElement source) =>
        source.ValueKind == JsonValueKind.String
            ? source.GetString()!
            : string.Concat(source.EnumerateArray().Select(line => line.GetString()));

    private sealed record Cell(string Id, string Type, string Source);
}
