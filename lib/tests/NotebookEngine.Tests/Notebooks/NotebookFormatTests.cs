using System.Text.Json.Nodes;
using NotebookEngine.Notebooks;

namespace NotebookEngine.Tests.Notebooks;

/// <summary>Each rule of the format, broken alone, and the exact reason that is given.</summary>
public sealed class NotebookFormatTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string, string> BrokenMembers =>
        new()
        {
            {
                "nbformat",
                "3",
                "the notebook: nbformat 3.5 is not supported, 4.0 to 4.5 are; save it anew in VS Code or JupyterLab"
            },
            {
                "nbformat_minor",
                "6",
                "the notebook: nbformat 4.6 is not supported, 4.0 to 4.5 are; save it anew in VS Code or JupyterLab"
            },
            { "nbformat_minor", "5.5", "the notebook: 'nbformat_minor' must be a whole number" },
            { "extra", "1", "the notebook: 'extra' is no member that nbformat knows here" },
            { "metadata", "[]", "the notebook: 'metadata': must be an object, is a list" },
            { "metadata", "{}", "metadata: 'kernelspec' is missing" },
            {
                "metadata",
                """{"kernelspec":{"name":"python3","display_name":"Python","language":"python"}}""",
                "metadata.kernelspec: the language is python; only C# notebooks can be run here"
            },
            { "cells", "{}", "the notebook: 'cells': must be a list, is an object" },
            { "cells", "[1]", "cell 1: must be an object, is a number" },
        };

    [Theory]
    [MemberData(nameof(BrokenMembers))]
    public void A_broken_notebook_is_refused(string member, string json, string reason)
    {
        var text = new NotebookText().Code("first", "1");
        text.Root[member] = JsonNode.Parse(json);

        Assert.Equal(reason, ReasonFor(text.ToString()));
    }

    public static TheoryData<string, string, string> BrokenCells =>
        new()
        {
            { "id", "\"a b\"", "cell 2: the id 'a b' must be 1 to 64 of a-z A-Z 0-9 - _" },
            { "id", "\"\"", "cell 2: the id '' must be 1 to 64 of a-z A-Z 0-9 - _" },
            { "id", "\"intro\"", "cell 2: an earlier cell has the id 'intro', too; give each cell its own" },
            { "id", "7", "cell 2: 'id': must be a string, is a number" },
            { "cell_type", "\"cobol\"", "cell 2 (first): 'cobol' is no cell_type; code, markdown and raw are" },
            { "metadata", "null", "cell 2 (first): 'metadata': must be an object, is null" },
            { "metadata", """{"tags":"x"}""", "cell 2 (first): metadata.tags: must be a list, is a string" },
            { "source", "1", "cell 2 (first): 'source': must be a string or a list of strings, is a number" },
            {
                "source",
                """["a\n","b","c"]""",
                "cell 2 (first): 'source', line 2: must end in \\n, since it is not the last"
            },
            { "source", """["a\n",2]""", "cell 2 (first): 'source', line 2: must be a string, is a number" },
            { "extra", "1", "cell 2 (first): 'extra' is no member that nbformat knows here" },
            { "attachments", "{}", "cell 2 (first): 'attachments' is no member that nbformat knows here" },
            { "execution_count", "\"1\"", "cell 2 (first): 'execution_count': must be a number, is a string" },
            { "outputs", """[{"output_type":"pyout"}]""", "cell 2 (first), output 1: 'pyout' is no output_type" },
            {
                "outputs",
                """[{"output_type":"stream","name":"stdout"}]""",
                "cell 2 (first), output 1: 'text' is missing"
            },
        };

    [Theory]
    [MemberData(nameof(BrokenCells))]
    public void A_broken_cell_is_refused_by_number_and_id(string member, string json, string reason)
    {
        var text = new NotebookText().Markdown("intro", "# Hello").Code("first", "1");
        text.Cells[1]![member] = JsonNode.Parse(json);

        Assert.Equal(reason, ReasonFor(text.ToString()));
    }

    [Theory]
    [InlineData("id", "cell 1: 'id' is missing; nbformat 4.5 gives every cell a unique one")]
    [InlineData("source", "cell 1 (first): 'source' is missing")]
    [InlineData("metadata", "cell 1 (first): 'metadata' is missing")]
    [InlineData("outputs", "cell 1 (first): 'outputs' is missing")]
    [InlineData("execution_count", "cell 1 (first): 'execution_count' is missing")]
    public void A_cell_without_a_required_member_is_refused(string member, string reason)
    {
        var text = new NotebookText().Code("first", "1");
        text.Cells[0]!.AsObject().Remove(member);

        Assert.Equal(reason, ReasonFor(text.ToString()));
    }

    [Fact]
    public void A_cell_id_before_4_5_is_refused()
    {
        var text = new NotebookText().Code("first", "1");
        text.Root["nbformat_minor"] = 4;

        Assert.Equal("cell 1: 'id' is no member that nbformat knows here", ReasonFor(text.ToString()));
    }

    [Theory]
    [InlineData("{\n  \"cells\": [}", "line 2, byte 13: no JSON: '}' is an invalid start of a value")]
    [InlineData("", "the notebook: the file is empty")]
    [InlineData("\uFEFF{}", "the notebook: begins with a byte-order mark; save it as UTF-8 without one")]
    [InlineData("{\"a\":1,\"a\":2}", "no JSON: ")]
    public void What_is_no_JSON_is_refused_by_line(string text, string reason) =>
        Assert.StartsWith(reason, ReasonFor(text));

    [Fact]
    public void A_missing_file_is_refused_by_name()
    {
        var problem = Assert.Throws<UnreadableNotebookException>(() => Notebook.Read(_folder.File("none.ipynb")));

        Assert.Equal(_folder.File("none.ipynb"), problem.Path);
        Assert.StartsWith("cannot be read: ", problem.Reason);
    }

    private string ReasonFor(string text)
    {
        var path = _folder.Write("lesson.ipynb", text);
        var problem = Assert.Throws<UnreadableNotebookException>(() => Notebook.Read(path));
        Assert.Equal($"{path}: {problem.Reason}", problem.Message);
        return problem.Reason;
    }
}
