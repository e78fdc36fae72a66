using NotebookEngine.Execution;
using NotebookEngine.Running;

namespace NotebookEngine.Tests.Compiling;

public sealed class LoadedLibraryTests(Engine engine) : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_library_is_found_from_the_notebooks_folder_and_its_dependency_beside_it()
    {
        var inner = TestLibrary.Build(
            _folder,
            "bin/Inner",
            "namespace Inner; public class Word { public string Text => \"hi\"; }"
        );
        TestLibrary.Build(
            _folder,
            "bin/Outer",
            "namespace Outer; public class Speaker { public Inner.Word Say() => new(); }",
            inner
        );

        var result = await engine.RunAsync(
            _folder,
            new NotebookText()
                .Code("load", "#r \"bin/Outer.dll\"\nusing Outer;\nusing Inner;")
                .Code("use", "Word word = new Speaker().Say();\nword.Text")
        );

        Assert.Equal(NotebookOutcome.Passed, result.Outcome);
        Assert.Equal("hi", Assert.Single(result["use"].Shown).Text);
    }

    [Fact]
    public async Task A_dependency_that_two_libraries_want_in_different_versions_is_loaded_once()
    {
        const string word = "namespace Inner; public class Word { public string Text => \"hi\"; }";
        const string newer = "[assembly: System.Reflection.AssemblyVersion(\"2.0.0.0\")]\n";
        var older = TestLibrary.Build(_folder, "old/Inner", word);
        var inner = TestLibrary.Build(_folder, "bin/Inner", newer + word);
        var middle = TestLibrary.Build(
            _folder,
            "bin/Middle",
            "namespace Middle; public class Voice { public static Inner.Word Say() => new(); }",
            older
        );
        TestLibrary.Build(
            _folder,
            "bin/Outer",
            "public static class Outer { public static string Say() => new Inner.Word().Text + Middle.Voice.Say().Text; }",
            inner,
            middle
        );

        var result = await engine.RunAsync(_folder, new NotebookText().Code("a", "#r \"bin/Outer.dll\"\nOuter.Say()"));

        Assert.Equal("hihi", Assert.Single(result["a"].Shown).Text);
    }

    [Fact]
    public async Task Each_session_has_its_own_copy_of_a_librarys_state()
    {
        TestLibrary.Build(_folder, "Counter", "public static class Counter { public static int Value; }");
        var notebook = new NotebookText().Code("a", "#r \"Counter.dll\"\n++Counter.Value");

        await engine.RunAsync(_folder, notebook);
        var second = await engine.RunAsync(_folder, notebook);

        Assert.Equal("1", Assert.Single(second["a"].Shown).Text);
    }

    [Fact]
    public async Task A_missing_library_is_named_with_the_place_and_what_to_do()
    {
        var failure = (await engine.RunAsync(_folder, new NotebookText().Code("a", "\n#r \"../bin/None.dll\"")))[
            "a"
        ].Failure!;

        var place = Path.GetFullPath("../bin/None.dll", _folder.Path);
        Assert.Equal("CS0006", failure.Name);
        Assert.Equal(2, failure.Line);
        Assert.Equal(
            $"'../bin/None.dll' was not found. It was looked for at {place}. Build the project that produces it, then run again",
            failure.Message
        );
    }

    [Fact]
    public async Task A_file_that_is_no_library_fails_the_cell()
    {
        _folder.Write("Text.dll", "not a library");

        Assert.Equal(
            "CS0009",
            (await engine.RunAsync(_folder, new NotebookText().Code("a", "#r \"Text.dll\"")))["a"].Failure?.Name
        );
    }

    [Fact]
    public async Task An_unbuilt_library_names_the_command_that_builds_the_nearest_solution_or_project()
    {
        _folder.Write("All.slnx", "<Solution />");
        var project = _folder.Write("lib/Words/Words.csproj", "<Project />");

        var near = await FailureOf("#r \"lib/Words/bin/Words.dll\"");
        var far = await FailureOf("#r \"bin/Words.dll\"");

        Assert.EndsWith($"Build it with: dotnet build \"{project}\", then run again", near.Message);
        Assert.EndsWith($"Build it with: dotnet build \"{_folder.File("All.slnx")}\", then run again", far.Message);
    }

    [Fact]
    public async Task A_file_that_is_no_library_is_named_with_what_to_name_instead()
    {
        var file = _folder.Write("Text.dll", "not a library");

        Assert.Equal(
            $"'Text.dll' is not a .NET library. Name the .dll that a project's build puts out. The file is {file}",
            (await FailureOf("#r \"Text.dll\"")).Message
        );
    }

    [Fact]
    public async Task A_dependency_that_is_missing_is_named_when_it_is_compiled_against_and_when_it_is_called()
    {
        var inner = TestLibrary.Build(_folder, "else/Inner", "public class Word { public static int Length => 2; }");
        TestLibrary.Build(
            _folder,
            "bin/Outer",
            "public static class Outer { public static Word Say() => new(); public static int Size() => Word.Length; }",
            inner
        );

        var compiled = await FailureOf("#r \"bin/Outer.dll\"\nvar word = Outer.Say();");
        var called = await FailureOf("#r \"bin/Outer.dll\"\nOuter.Size()");

        const string advice =
            " Inner.dll is not beside the library that needs it: build that library's project, which puts it there";
        Assert.Equal("CS0012", compiled.Name);
        Assert.EndsWith(advice, compiled.Message);
        Assert.Equal("System.IO.FileNotFoundException", called.Name);
        Assert.EndsWith(advice, called.Message);
    }

    [Fact]
    public async Task A_script_that_is_missing_is_named_with_its_place()
    {
        Assert.Equal(
            $"'none.csx' was not found. It was looked for at {_folder.File("none.csx")}. "
                + "Mend the path in #load, or put the script there",
            (await FailureOf("#load \"none.csx\"")).Message
        );
    }

    private async Task<CellFailure> FailureOf(string source) =>
        (await engine.RunAsync(_folder, new NotebookText().Code("a", source)))["a"].Failure!;
}
