using System.Text.Json.Nodes;
using NotebookEngine.Tests.CommandLine;

namespace NotebookEngine.Tests.Book;

/// <summary>A checkout with one lesson, and the book that is made of it.</summary>
internal sealed class SmallBook(Engine engine) : IDisposable
{
    private const string Main = "<main id=\"book-main\" tabindex=\"-1\">\n";

    private readonly Checkout _checkout = new(engine);

    public TempFolder Folder => _checkout.Folder;

    /// <summary>Absolute path of the book.</summary>
    public string Site => Folder.File("site");

    /// <summary>Writes a file of the notebooks' folder.</summary>
    public void Write(string name, string text) => Folder.Write($"notebooks/{name}", text);

    public void WriteLesson(NotebookText lesson, string name = "01-lesson") =>
        Write($"{name}.ipynb", lesson.ToString());

    public void WriteProse(string text) => WriteLesson(new NotebookText().Markdown("prose", text));

    /// <summary>A lesson of one code cell with stored outputs.</summary>
    public void WriteOutputs(params string[] outputs)
    {
        var lesson = new NotebookText().Code("only", "");
        lesson.Cells[0]!["outputs"] = new JsonArray([.. outputs.Select(output => JsonNode.Parse(output))]);
        WriteLesson(lesson);
    }

    public Task<(int ExitCode, List<string> Lines, List<string> Errors)> MakeAsync(params string[] more) =>
        MakeInAsync("site", more);

    public Task<(int ExitCode, List<string> Lines, List<string> Errors)> MakeInAsync(
        string place,
        params string[] more
    ) => _checkout.InvokeAsync(["book", "--out", place, .. more]);

    /// <summary>Makes the book from stored outputs.</summary>
    public async Task<SmallBook> MadeAsync()
    {
        var (exitCode, _, errors) = await MakeAsync("--stored");
        Assert.Equal((0, ""), (exitCode, string.Join('\n', errors)));
        return this;
    }

    /// <summary>A file of the book.</summary>
    public string Read(string file) => File.ReadAllText(Path.Combine(Site, file));

    /// <summary>What a page has of its own.</summary>
    public string TextOf(string page)
    {
        var html = Read(page);
        var start = html.IndexOf(Main, StringComparison.Ordinal) + Main.Length;
        return html[start..html.IndexOf("\n</main>", start, StringComparison.Ordinal)]
            .Replace("\n<p id=\"book-read\" hidden></p>", "", StringComparison.Ordinal)
            .Split("\n<nav class=\"neighbours\"")[0]
            .Trim();
    }

    /// <summary>Names of all files of the book.</summary>
    public IEnumerable<string> Files() =>
        Directory
            .EnumerateFiles(Site, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Site, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public void Dispose() => _checkout.Dispose();
}
