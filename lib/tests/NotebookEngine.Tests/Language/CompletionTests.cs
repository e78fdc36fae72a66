using NotebookEngine.Language;

namespace NotebookEngine.Tests.Language;

public sealed class CompletionTests(Engine engine) : IDisposable
{
    private readonly LanguageSession _session = new(engine);

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Variables_methods_and_types_of_earlier_cells_are_offered_with_kind_and_signature()
    {
        await _session.RunAsync("var zebra = 20;\nint ZebraTwice(int n) => 2 * n;");
        await _session.RunAsync("record ZebraHerd(int Size);\nif (int.TryParse(\"7\", out var zebraCount)) { }");

        var completions = await _session.CompleteAsync("; zebra|");

        Assert.Equal(
            [
                new CompletionMatch("zebra", "instance", "int zebra"),
                new CompletionMatch("zebraCount", "instance", "int zebraCount"),
                new CompletionMatch("ZebraHerd", "class", "record ZebraHerd"),
                new CompletionMatch("ZebraTwice", "function", "int ZebraTwice(int n)"),
            ],
            completions.Matches
        );
        Assert.Equal((2, 7), (completions.Start, completions.End));
    }

    [Fact]
    public async Task Nothing_has_to_be_run_before()
    {
        Assert.Equal(
            [new CompletionMatch("WriteLine", "function", "void Console.WriteLine() (+ 19 overloads)")],
            (await _session.CompleteAsync("Console.WriteL|")).Matches
        );
    }

    [Fact]
    public async Task A_redeclared_variable_has_the_members_of_its_last_type()
    {
        await _session.RunAsync("var thing = 1;");
        Assert.Empty(await _session.TextsAsync("thing.Subs|"));

        await _session.RunAsync("var thing = \"x\";");

        Assert.Equal(["Substring"], await _session.TextsAsync("thing.Subs|"));
    }

    [Fact]
    public async Task A_variable_of_a_cell_that_threw_is_offered()
    {
        await _session.RunAsync("var survivor = 1;\nthrow new Exception(\"boom\");");

        Assert.Equal(["survivor"], await _session.TextsAsync("surv|"));
    }

    [Fact]
    public async Task A_using_of_an_earlier_cell_and_one_of_the_same_cell_count()
    {
        Assert.Empty(await _session.TextsAsync("JsonSerializerO|"));
        Assert.Equal(["JsonSerializerOptions"], await _session.TextsAsync("using System.Text.Json;\nJsonSerializerO|"));

        await _session.RunAsync("using System.Text.Json;");

        Assert.Equal(["JsonSerializerOptions"], await _session.TextsAsync("JsonSerializerO|"));
    }

    [Fact]
    public async Task A_library_is_known_in_the_cell_that_refers_to_it_and_after_that_has_run()
    {
        TestLibrary.Build(
            _session.Folder,
            "Shapes",
            "namespace Shapes; public class Circle { public double Radius { get; init; } }"
        );
        const string reference = "#r \"Shapes.dll\"\nusing Shapes;\n";

        Assert.Equal(["Radius"], await _session.TextsAsync(reference + "new Circle().Rad|"));

        await _session.RunAsync(reference);

        Assert.Equal(["Circle"], await _session.TextsAsync("Circ|"));
        Assert.Equal(["Radius"], await _session.TextsAsync("new Circle { Rad|"));
    }

    [Fact]
    public async Task A_library_of_a_cell_that_was_not_run_is_not_loaded()
    {
        TestLibrary.Build(_session.Folder, "Idle", "public class Idle { }");

        await _session.TextsAsync("#r \"Idle.dll\"\nIdl|");

        Assert.DoesNotContain(AppDomain.CurrentDomain.GetAssemblies(), loaded => loaded.GetName().Name == "Idle");
    }

    [Fact]
    public async Task Display_and_keywords_are_offered()
    {
        Assert.Equal(["Display"], await _session.TextsAsync("3.Disp|"));
        Assert.Equal([new CompletionMatch("await", "keyword", null)], (await _session.CompleteAsync("awa|")).Matches);
    }

    [Theory]
    [InlineData("System.Text.Jso|", "Json", "module")]
    [InlineData("DayOfWeek.Mon|", "Monday", "property")]
    [InlineData("int.MaxV|", "MaxValue", "property")]
    [InlineData("IDisposa|", "IDisposable", "interface")]
    [InlineData("TimeSpa|", "TimeSpan", "struct")]
    [InlineData("DayOfWee|", "DayOfWeek", "enum")]
    [InlineData("void F(int parameter) { parame|", "parameter", "instance")]
    public async Task Each_kind_has_its_word(string marked, string text, string kind) =>
        Assert.Contains(
            (text, kind),
            (await _session.CompleteAsync(marked)).Matches.Select(match => (match.Text, match.Kind))
        );

    [Fact]
    public async Task What_is_spelled_as_typed_comes_first()
    {
        await _session.RunAsync("var numbers = 1;\nclass Numbers { }");

        Assert.Equal(["numbers", "Numbers"], (await _session.TextsAsync("num|")).Take(2));
        Assert.Equal(["Numbers", "numbers"], (await _session.TextsAsync("Num|")).Take(2));
    }

    [Fact]
    public async Task Capitals_find_words_where_no_name_begins_so() =>
        Assert.Equal(
            ["GetReferenceCount", "GetRunningCount"],
            await _session.TextsAsync(
                "class Tally { public int GetRunningCount() => 1; public int GetReferenceCount() => 2; }\nnew Tally().GRC|"
            )
        );

    [Fact]
    public async Task A_name_is_replaced_as_a_whole_when_the_cursor_is_inside()
    {
        var completions = await _session.CompleteAsync("Console.Wri|te(1)");

        Assert.Equal(["Write", "WriteLine"], completions.Matches.Select(match => match.Text));
        Assert.Equal((8, 13), (completions.Start, completions.End));
    }

    [Fact]
    public async Task A_keyword_that_serves_as_a_name_is_escaped()
    {
        await _session.RunAsync("var @class = 1;");

        Assert.Equal(["@class"], (await _session.TextsAsync("cla|")).Where(text => text.StartsWith('@')));
    }

    [Fact]
    public async Task Arguments_are_offered_by_name() =>
        Assert.Equal(["second:"], await _session.TextsAsync("void F(int first, int second) { }\nF(sec|"));

    [Fact]
    public async Task What_is_hidden_from_editors_is_not_offered()
    {
        TestLibrary.Build(
            _session.Folder,
            "Hidden",
            """
            using System.ComponentModel;
            public class HiddenFromAll { [EditorBrowsable(EditorBrowsableState.Never)] public int Inner; public int InnerShown; }
            [EditorBrowsable(EditorBrowsableState.Never)] public class HiddenFromEditors { }
            """
        );
        await _session.RunAsync("#r \"Hidden.dll\"");

        Assert.Equal(["HiddenFromAll"], await _session.TextsAsync("HiddenFr|"));
        Assert.Equal(["InnerShown"], await _session.TextsAsync("new HiddenFromAll().Inn|"));
    }

    [Fact]
    public async Task A_constant_is_shown_without_its_value()
    {
        await _session.RunAsync("const string Passphrase = \"hunter2\";");

        Assert.Equal(
            [new CompletionMatch("Passphrase", "instance", "string Passphrase")],
            (await _session.CompleteAsync("Passp|")).Matches
        );
    }
}
