namespace NotebookEngine.Tests.Compiling;

public sealed class DirectiveTests(Engine engine)
{
    [Fact]
    public async Task Time_prints_the_wall_time_after_the_output()
    {
        var result = await engine.RunAsync(new NotebookText().Code("a", "#!time\nConsole.WriteLine(\"x\");"));

        Assert.Matches(@"\Ax\nWall time: [0-9.]+ms\n\z", result["a"].Printed);
    }

    [Theory]
    [InlineData("#!time  \nthrow new Exception();")]
    [InlineData("  #!time\nthrow new Exception();")]
    [InlineData("\n#!time\nthrow new Exception();")]
    [InlineData("#!time\r\nnonsense here")]
    [InlineData("var x = 1;\n\t#!time \nthrow new Exception();")]
    public async Task Time_is_told_of_a_cell_that_fails_and_whatever_blanks_stand_around_the_magic(string source)
    {
        var result = await engine.RunAsync(new NotebookText().Code("a", source));

        Assert.NotNull(result["a"].Failure);
        Assert.Matches(@"\AWall time: [0-9.]+ms\n\z", result["a"].Printed);
    }

    [Fact]
    public async Task Another_magic_is_refused_by_its_line()
    {
        var failure = (await engine.RunAsync(new NotebookText().Code("a", "var x = 1;\n#!html\n<b>x</b>")))[
            "a"
        ].Failure!;

        Assert.Equal(2, failure.Line);
        Assert.Equal("#!html", failure.SourceLine);
        Assert.Equal("'#!html' is unknown here: cells are C#, and the only magic command is #!time", failure.Message);
    }

    [Fact]
    public async Task A_magic_inside_a_string_is_text()
    {
        var result = await engine.RunAsync(new NotebookText().Code("a", "var s = \"\"\"\n#!/bin/sh\n\"\"\";\ns"));

        Assert.Equal("#!/bin/sh", Assert.Single(result["a"].Shown).Text);
    }

    [Fact]
    public async Task A_package_reference_is_refused()
    {
        var failure = (await engine.RunAsync(new NotebookText().Code("a", "#r \"nuget: Some.Package, 1.0\"")))[
            "a"
        ].Failure!;

        Assert.Equal(1, failure.Line);
        Assert.Equal(
            "'#r \"nuget: Some.Package, 1.0\"' is refused: a cell restores no packages. "
                + "Reference the package in a project and #r that project's dll",
            failure.Message
        );
    }

    [Fact]
    public async Task Load_reads_a_script_beside_the_notebook_and_scripts_beside_that()
    {
        using var folder = new TempFolder();
        folder.Write("scripts/one.csx", "#load \"two.csx\"\nint One() => Two() - 1;");
        folder.Write("scripts/two.csx", "int Two() => 2;");

        var result = await engine.RunAsync(folder, new NotebookText().Code("a", "#load \"scripts/one.csx\"\nOne()"));

        Assert.Equal("1", Assert.Single(result["a"].Shown).Text);
    }

    [Fact]
    public async Task An_error_in_a_loaded_script_names_the_script()
    {
        using var folder = new TempFolder();
        var script = folder.Write("one.csx", "\nint One() => nothing;");

        var failure = (await engine.RunAsync(folder, new NotebookText().Code("a", "#load \"one.csx\"")))["a"].Failure!;

        Assert.Equal("CS0103", failure.Name);
        Assert.Null(failure.Line);
        Assert.StartsWith($"   {script}, line 2: CS0103", Assert.Single(failure.Details));
    }
}
