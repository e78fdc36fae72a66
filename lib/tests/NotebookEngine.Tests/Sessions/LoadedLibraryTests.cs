using NotebookEngine.Running;

namespace NotebookEngine.Tests.Sessions;

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
}
