using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using NotebookEngine.Notebooks;
using NotebookEngine.Tests.CommandLine;

namespace NotebookEngine.Tests.Notebooks;

/// <summary>Text that is no text makes one notebook unreadable; the others run, and everything is written.</summary>
public sealed class UnreadableTextTests(Engine engine) : IDisposable
{
    // Stands for an escape, which the writer of a test's notebook would not write.
    private const string Half = "HALF";

    private readonly Checkout _checkout = new(engine);

    public void Dispose() => _checkout.Dispose();

    public static TheoryData<string> Places =>
        [
            "source",
            "source line",
            "output",
            "output form",
            "metadata",
            "member",
            "tag",
            "cell type",
            "id",
            "language",
            "top",
        ];

    [Theory]
    [MemberData(nameof(Places))]
    public void Half_a_surrogate_pair_makes_a_notebook_unreadable_wherever_it_is(string place)
    {
        foreach (var half in new[] { @"\ud83d", @"\uDE00", @"\ude00\ud83d", @"\ud83dx" })
        {
            var path = Write("half", place, half);

            var problem = Assert.Throws<UnreadableNotebookException>(() => Notebook.Read(path));

            Assert.EndsWith(
                "holds half of a surrogate pair, which is no character; write both halves, or remove it",
                problem.Reason,
                StringComparison.Ordinal
            );
            Assert.Matches(@"\Aline 1, byte \d+: ""[^""]*" + half.Replace(@"\", @"\\"), problem.Reason);
        }
    }

    [Fact]
    public void Whole_pairs_and_escaped_backslashes_are_read()
    {
        Assert.Equal("\U0001F600", Notebook.Read(Write("whole", "source", @"\ud83d\ude00")).Cells[0].Source);
        Assert.Equal(@"\ud83d", Notebook.Read(Write("escaped", "source", @"\\ud83d")).Cells[0].Source);
    }

    [Fact]
    public async Task It_is_one_notebook_that_is_unreadable_and_the_rest_is_run_and_written()
    {
        _checkout.Lesson("00-start", "1");
        Write("01-half", "metadata", @"\ud83d");
        File.WriteAllBytes(
            _checkout.Folder.File("notebooks/02-latin.ipynb"),
            Encoding.Latin1.GetBytes(
                new NotebookText().Code("only", "// ä").ToString().Replace("\\u00E4", "ä", StringComparison.Ordinal)
            )
        );
        var nothing = new NotebookText().Code("only", "1");
        nothing.Cells[0]!["outputs"] = JsonNode.Parse(
            """[{"output_type":"display_data","data":{"text/plain":null},"metadata":{}}]"""
        );
        _checkout.Folder.Write("notebooks/03-null.ipynb", nothing.ToString());

        var (exitCode, lines, errors) = await _checkout.InvokeAsync(
            "run",
            "--check",
            "--out",
            "out",
            "--junit",
            "results.xml"
        );

        Assert.Empty(errors);
        Assert.Equal(4, exitCode);
        Assert.Equal(
            ["UNREADABLE 01-half", "UNREADABLE 02-latin", "UNREADABLE 03-null"],
            lines
                .Where(line => line.StartsWith("UNREADABLE ", StringComparison.Ordinal))
                .Select(line => $"UNREADABLE {Path.GetFileNameWithoutExtension(line)}")
        );
        Assert.Contains("   line 1, byte 70: no UTF-8; save the notebook as UTF-8", lines);
        Assert.Contains("   cell 1 (only), output 1: 'text/plain': must be a string, is null", lines);
        Assert.True(File.Exists(_checkout.Folder.File("out/00-start.ipynb")));
        Assert.Equal(
            ["0", "1", "1", "1"],
            XDocument
                .Load(_checkout.Folder.File("results.xml"))
                .Root!.Elements("testsuite")
                .Select(suite => suite.Attribute("errors")!.Value)
        );
    }

    [Fact]
    public async Task Half_a_pair_that_a_cell_puts_out_leaves_a_notebook_that_can_be_read_again()
    {
        _checkout.Lesson(
            "00-start",
            """
            Console.Write("a\ud83d");
            new Exception("\ude00").Message
            """
        );

        Assert.Equal(0, (await _checkout.InvokeAsync("run", "--update", "--out", "out")).ExitCode);

        Assert.Equal(0, (await _checkout.InvokeAsync("run", "--check")).ExitCode);
        Assert.Contains(
            "a\uFFFD",
            File.ReadAllText(_checkout.Folder.File("out/00-start.ipynb")),
            StringComparison.Ordinal
        );
    }

    private string Write(string name, string place, string half)
    {
        var text = new NotebookText().Code("only", "1");
        var cell = text.Cells[0]!.AsObject();
        switch (place)
        {
            case "source":
                cell["source"] = Half;
                break;
            case "source line":
                cell["source"] = new JsonArray("1;\n", Half);
                break;
            case "output":
                cell["outputs"] = JsonNode.Parse($$"""[{"output_type":"stream","name":"stdout","text":"{{Half}}"}]""");
                break;
            case "output form":
                cell["outputs"] = JsonNode.Parse(
                    """[{"output_type":"display_data","data":{"application/json":["HALF"]},"metadata":{}}]"""
                );
                break;
            case "metadata":
                cell["metadata"]!["note"] = Half;
                break;
            case "member":
                cell["metadata"]![Half] = 1;
                break;
            case "tag":
                cell["metadata"]!["tags"] = new JsonArray(Half);
                break;
            case "cell type":
                cell["cell_type"] = Half;
                break;
            case "id":
                cell["id"] = Half;
                break;
            case "language":
                text.Root["metadata"]!["kernelspec"]!["language"] = Half;
                break;
            default:
                text.Root["metadata"]![Half] = Half;
                break;
        }

        return _checkout.Folder.Write(
            $"notebooks/{name}.ipynb",
            text.ToString().Replace(Half, half, StringComparison.Ordinal)
        );
    }
}
