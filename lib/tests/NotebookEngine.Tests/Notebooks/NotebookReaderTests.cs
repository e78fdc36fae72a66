using System.Text.Json.Nodes;
using NotebookEngine.Notebooks;

namespace NotebookEngine.Tests.Notebooks;

public sealed class NotebookReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_source_may_be_a_string_or_a_list_of_lines()
    {
        var text = new NotebookText().Code("text", "var a = 1;\na").Code("lines", "");
        text.Cells[1]!["source"] = new JsonArray("var b = 2;\n", "b");

        var notebook = Read(text);

        Assert.Equal(["var a = 1;\na", "var b = 2;\nb"], notebook.Cells.Select(cell => cell.Source));
    }

    [Fact]
    public void Cells_carry_kind_id_number_and_tags()
    {
        var notebook = Read(
            new NotebookText().Markdown("intro", "# Hello").Code("first", "1", "raises-exception", "x")
        );

        Assert.Equal([CellKind.Markdown, CellKind.Code], notebook.Cells.Select(cell => cell.Kind));
        Assert.Equal(["intro", "first"], notebook.Cells.Select(cell => cell.Id));
        Assert.Equal([1, 2], notebook.Cells.Select(cell => cell.Number));
        Assert.Equal(["raises-exception", "x"], notebook.Cells[1].Tags);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Before_4_5_a_cell_is_called_by_its_number(int minor)
    {
        var text = new NotebookText().Markdown("", "# Hello").Code("", "1");
        text.Root["nbformat_minor"] = minor;
        foreach (var cell in text.Cells)
        {
            cell!.AsObject().Remove("id");
        }

        Assert.Equal(["cell-1", "cell-2"], Read(text).Cells.Select(cell => cell.Id));
    }

    [Fact]
    public void Name_and_folder_come_from_the_path()
    {
        var notebook = Read(new NotebookText());

        Assert.Equal("lesson", notebook.Name);
        Assert.Equal(_folder.Path, notebook.Folder);
    }

    [Fact]
    public void One_cell_can_be_given_another_text()
    {
        var notebook = Read(new NotebookText().Code("a", "1").Code("b", "2"));

        Assert.Equal(["1", "3"], notebook.WithSource("b", "3").Cells.Select(cell => cell.Source));
        Assert.Equal(["1", "2"], notebook.Cells.Select(cell => cell.Source));
        Assert.StartsWith(
            "lesson has no cell 'c'",
            Assert.Throws<ArgumentException>(() => notebook.WithSource("c", "")).Message
        );
    }

    private Notebook Read(NotebookText text) => Notebook.Read(_folder.Write("lesson.ipynb", text.ToString()));
}
